"""A site published again draws no chart again, and does not wait for the library that draws them.

It takes a quarter of a second to load.
"""

import subprocess
import sys
from pathlib import Path

from tests.publishing.site.republishing import make_records, write_records

_PUBLISH = """
import sys
from pathlib import Path
from geo.publishing.site import SiteChoices, publish_story
from geo.story.current import StoryFiles
publish_story(StoryFiles(Path(sys.argv[1])), SiteChoices(Path(sys.argv[2]), draws_pictures=False))
print(*sys.modules)
"""


def _publish(story: Path, out: Path) -> set[str]:
    """Publish in a process of its own, and return the modules that it loaded."""
    command = [sys.executable, "-c", _PUBLISH, str(story), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_charts_that_stay_need_no_library_that_draws_charts(tmp_path: Path) -> None:
    story, out, records = tmp_path / "story", tmp_path / "site", make_records()
    write_records(story, records)
    assert "altair" in _publish(story, out)
    records["crane"]["summary"] = "A clerk reported smoke; nobody answered."
    write_records(story, records)
    assert "altair" not in _publish(story, out)
    records["crane"]["event_type"] = "drone_strike"
    write_records(story, records)
    assert "altair" in _publish(story, out)

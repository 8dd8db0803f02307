"""A site published again draws no chart again, and does not wait for the library that draws them.

It takes a quarter of a second to load.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.publishing.site.publish import SiteChoices, publish_story
from geo.story.current import StoryFiles
from tests.publishing.site.republishing import make_records, publish, write_records
from tests.publishing.site.sites import draw_nothing

_CHANGE_TWICE = """
import sys
from pathlib import Path
import pytest
from tests.publishing.site.republishing import change, publish
from tests.publishing.site.sites import draw_nothing
folder = Path(sys.argv[1])
loaded = []
with pytest.MonkeyPatch.context() as patch:
    draw_nothing(patch)
    for field, value in (("summary", "A clerk reported smoke."), ("event_type", "drone_strike")):
        change(folder, field, value)
        publish(folder)
        loaded.append("altair" in sys.modules)
print(*loaded)
"""


def test_charts_that_stay_need_no_library_that_draws_charts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    write_records(tmp_path / "story", make_records())
    publish(tmp_path)
    # What was loaded here is not loaded there.
    command = [sys.executable, "-c", _CHANGE_TWICE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_of_a_story_without_a_version_the_hint_says_that_its_feed_names_no_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    write_records(tmp_path / "story", make_records())
    choices = SiteChoices(tmp_path / "site", draws_pictures=False)
    assert "geo version" in publish_story(StoryFiles(tmp_path / "story"), choices).hint
    assert main(["version", "--story", str(tmp_path / "story")]) == 0
    assert publish_story(StoryFiles(tmp_path / "story"), choices).hint == ""

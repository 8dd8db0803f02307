"""A site published again draws no chart again, and does not wait for the library that draws them.

It takes a quarter of a second to load.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli.main import main
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


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a story that was published once, and the hint that this gave."""
    folder = tmp_path_factory.mktemp("published")
    write_records(folder / "story", make_records())
    with pytest.MonkeyPatch.context() as patch:
        draw_nothing(patch)
        return folder, publish(folder)


def test_charts_that_stay_need_no_library_that_draws_charts(
    published: tuple[Path, str], tmp_path: Path
) -> None:
    folder = shutil.copytree(published[0], tmp_path / "copy")
    # What was loaded here is not loaded there.
    command = [sys.executable, "-c", _CHANGE_TWICE, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_of_a_story_without_a_version_the_hint_says_that_its_feed_names_no_change(
    published: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_nothing(monkeypatch)
    assert "geo version" in published[1]
    folder = shutil.copytree(published[0], tmp_path / "copy")
    assert main(["version", "--story", str(folder / "story")]) == 0
    assert publish(folder) == ""

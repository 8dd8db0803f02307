"""A site published again draws no chart again, and does not wait for the library that draws them.

It takes a quarter of a second to load.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli.main import main
from geo.publishing.figures import Figure
from geo.publishing.site.pages import analysis_page
from tests.publishing.site.republishing import make_records, publish, write_records
from tests.publishing.site.sites import draw_nothing

_CHANGE = """
import sys
from pathlib import Path
import pytest
from geo.publishing.site.cache.known_pieces import open_pieces
from geo.publishing.site.pages.analysis_page import write_analysis
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.republishing import change, publish
from tests.publishing.site.sites import draw_nothing
folder = Path(sys.argv[1])
with pytest.MonkeyPatch.context() as patch:
    draw_nothing(patch)
    change(folder, "summary", "A clerk reported smoke.")
    publish(folder)
    print("altair" in sys.modules)
    change(folder, "event_type", "drone_strike")
    plan = plan_site(open_current(StoryFiles(folder / "story")), draws_pictures=False)
    pieces = open_pieces(plan)
    drawn = write_analysis(plan, lambda path, draw: pieces.find_or_write(path, (), draw))
    # To the first chart that has changed.
    print(any("altair" in sys.modules for _ in drawn))
"""


def _describe_nothing(patch: pytest.MonkeyPatch) -> None:
    """Keep a name in place of each chart: what is drawn takes longer than the rest of a site."""

    def name(*parts: object) -> str:
        return " ".join(part.name if isinstance(part, Figure) else str(part) for part in parts)

    patch.setattr(analysis_page, "build_chart", name)
    patch.setattr(analysis_page, "describe_chart", name)
    patch.setattr(analysis_page, "describe_figure", lambda _, *parts: name(*parts))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a story that was published once, and the hint that this gave."""
    folder = tmp_path_factory.mktemp("published")
    write_records(folder / "story", make_records())
    with pytest.MonkeyPatch.context() as patch:
        draw_nothing(patch)
        _describe_nothing(patch)
        return folder, publish(folder)


def test_charts_that_stay_need_no_library_that_draws_charts(
    published: tuple[Path, str], tmp_path: Path
) -> None:
    folder = shutil.copytree(published[0], tmp_path / "copy")
    # What was loaded here is not loaded there.
    command = [sys.executable, "-c", _CHANGE, str(folder)]
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

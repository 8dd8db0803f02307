"""Which briefings a site has."""

from pathlib import Path

from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import write_example


def test_a_briefing_that_the_record_does_not_bear_out_is_left_out(tmp_path: Path) -> None:
    folder = write_example(tmp_path)
    path = folder / "briefings" / "quay.json"
    path.write_text(path.read_text("utf-8").replace("port#c1", "gone#c1"), "utf-8")
    plan = plan_site(open_current(StoryFiles(folder)))
    assert [published.name for published in plan.briefings] == ["Quay", "port night"]

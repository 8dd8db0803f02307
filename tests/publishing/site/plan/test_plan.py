"""What a site will hold, known before it is built."""

from pathlib import Path

import pytest

from geo.cli.main import main
from geo.errors import GeoError
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import write_example
from tests.story_folders import write_story


def test_a_plan_knows_how_many_pages_there_will_be(site: dict[str, bytes], plan: Plan) -> None:
    assert plan.pages == sum(path.endswith("index.html") for path in site)


@pytest.mark.parametrize("address", ["news.example", "ftp://news.example/", "https://n.example/?a"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    current = open_current(StoryFiles(write_example(tmp_path)))
    with pytest.raises(GeoError, match="--base-url: found"):
        plan_site(current, address)


def test_the_day_of_a_change_is_not_the_day_of_the_data(tmp_path: Path) -> None:
    for day, ids in (("2023-06-01", "ab"), ("2023-06-05", "abc"), ("2023-06-09", "abc")):
        words = {"place": "Quay"} if day == "2023-06-09" else {}
        write_story(
            tmp_path, *(record(id_, **words if id_ == "b" else {}) for id_ in ids), as_of=day
        )
        assert main(["version", "--story", str(tmp_path)]) == 0
    write_story(tmp_path, *(record(id_) for id_ in "abcd"), as_of="2024-01-01")
    plan = plan_site(open_current(StoryFiles(tmp_path)))
    assert {id_: plan.last_changed[id_] for id_ in "abcd"} == {
        "a": "2023-06-01",
        "b": "2023-06-09",
        "c": "2023-06-05",
        "d": "",
    }
    assert plan.latest_change == "2023-06-09"

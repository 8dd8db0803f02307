"""What a site will hold, known before it is built."""

from pathlib import Path

import pytest

from geo.errors import GeoError
from geo.publishing.site import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import write_example


def test_a_plan_knows_how_many_pages_there_will_be(site: dict[str, bytes], plan: Plan) -> None:
    assert plan.pages == sum(path.endswith("index.html") for path in site)


@pytest.mark.parametrize("address", ["news.example", "ftp://news.example/", "https://n.example/?a"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    current = open_current(StoryFiles(write_example(tmp_path)))
    with pytest.raises(GeoError, match="--base-url: found"):
        plan_site(current, address)

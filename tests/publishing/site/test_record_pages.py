"""The pages of a record as a whole, of many events, of one and of none."""

import re
from pathlib import Path

import pytest

from geo.publishing.site import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE, Page, build
from tests.story_folders import point, write_story


@pytest.mark.parametrize("count", [0, 1])
def test_a_story_of_no_event_and_of_one_has_a_site(tmp_path: Path, count: int) -> None:
    # Its event may lie near a pole and the 180th meridian.
    write_story(tmp_path, *[record("bridge", geometry=point(179.9, 89.9))][:count])
    site = build(plan_site(open_current(StoryFiles(tmp_path)), BASE))
    events = [path for path in site if re.fullmatch(r"events/.+/index\.html", path)]
    assert len(events) == count
    assert "Earlier" not in "".join(Page(site[path]).text for path in events)

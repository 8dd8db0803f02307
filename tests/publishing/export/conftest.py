"""Small views that the tests of several kinds of file share."""

import pytest

from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import point, write_story


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Three events: on the minute, on a day in part within the range, and in odd script."""
    day = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    folder = write_story(
        tmp_path_factory.mktemp("story"),
        record("minute", geometry=point(2, 0.5), radius_m=100, place="Ünïcode мост 🌉"),
        record("day", geometry=point(0.5, 0.5), time_precision="day", **day),
        record("later", start="2023-06-03T00:00:00+03:00", end="2023-06-04T00:00:00+03:00"),
    )
    return open_view(folder, "from=2023-05-03T00:00&to=2023-05-03T06:00")

"""What several tests of pictures look at."""

from pathlib import Path

import pytest

from tests.drawing.picture.reading import DRONE, draw
from tests.event_texts import record
from tests.shipped_record import DATA
from tests.story_folders import point, write_story


@pytest.fixture(scope="module")
def of_the_drone() -> bytes:
    """The shipped record with an event selected, as SVG: with base map, letters and legend."""
    return draw(DATA, f"event={DRONE}", format="svg")


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story with one verified event in a place known well, and one in a place known badly."""
    return write_story(
        tmp_path_factory.mktemp("lone"),
        record("pin", geometry=point(0.5, 3), verification="verified", radius_m=200),
        record(
            "disc",
            geometry=point(4, 3),
            location_precision="region",
            radius_m=60_000,
            group="south",
        ),
    )

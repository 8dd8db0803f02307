"""The shipped story and its first briefing."""

from pathlib import Path

import pytest

from geo.story.briefings.briefing import Briefing, read_briefing
from geo.story.view import View
from tests.shipped_record import open_shipped

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def view() -> View:
    return open_shipped()


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(DATA, "kremlin")

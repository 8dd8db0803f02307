"""A server of event files for the tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.events.newsroom import Newsroom, run_newsroom


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with run_newsroom() as server:
        yield server

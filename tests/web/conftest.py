"""The pages of the shipped story, for tests that only read them."""

import pytest
from starlette.testclient import TestClient

from tests.web.page_heads import DATA, server


@pytest.fixture(scope="module")
def shipped() -> TestClient:
    """A client of a server with the shipped story."""
    return server(DATA)

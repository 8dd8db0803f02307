"""One site for all tests that only read it: building it takes a second."""

import pytest

from geo.publishing.site import Plan
from tests.publishing.site.sites import APP, BASE, build, plan_example


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return plan_example(tmp_path_factory.mktemp("story"), BASE, APP)


@pytest.fixture(scope="session")
def site(plan: Plan) -> dict[str, bytes]:
    return build(plan)


@pytest.fixture(scope="session")
def pages(site: dict[str, bytes]) -> dict[str, bytes]:
    """The pages of the frame; a briefing in one file stands alone."""
    return {
        path: content
        for path, content in site.items()
        if path.endswith(".html") and not path.startswith("downloads/briefing-")
    }

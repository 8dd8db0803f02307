"""Sites for all tests that only read them: to build one takes five seconds, most of it charts."""

import pytest

from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import (
    APP,
    BASE,
    build,
    plan_example,
    without_pictures,
    write_example,
)


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return plan_example(tmp_path_factory.mktemp("story"), BASE, APP)


@pytest.fixture(scope="session")
def site(plan: Plan) -> dict[str, bytes]:
    return build(plan)


@pytest.fixture(scope="session")
def spare_site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site of the same events without what it may lack: app, pictures of events, briefings."""
    folder = write_example(tmp_path_factory.mktemp("spare"))
    for path in (folder / "briefings").iterdir():
        path.unlink()
    return build(without_pictures(plan_site(open_current(StoryFiles(folder)), BASE)))


@pytest.fixture(scope="session")
def pages(site: dict[str, bytes]) -> dict[str, bytes]:
    """The pages of the frame; a briefing in one file has no other page."""
    return {
        path: content
        for path, content in site.items()
        if path.endswith(".html") and not path.startswith("downloads/briefing-")
    }

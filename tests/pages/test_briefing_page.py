"""What the briefing page says and how its link is read, without a browser."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.story.briefings.briefing import read_briefing
from tests.pages.opening import ROOT, open_app

STEPS = read_briefing(ROOT / "data", "kremlin").steps
Opened = Callable[..., AppTest]


@pytest.fixture
def opened() -> Opened:
    """Open the page by a link, as a first visit does."""

    def open_at(page: str = "briefing", **query: str) -> AppTest:
        return open_app(page, query)

    return open_at


def shown(app: AppTest) -> str:
    """The step on the screen: the sheet for paper holds them all."""
    step: str
    [step] = [
        str(element.proto.body)
        for element in app.get("html")
        if 'class="step"' in element.proto.body
    ]
    return step


def notices(app: AppTest) -> str:
    return " ".join(
        element.proto.body for element in app.get("html") if "notice" in element.proto.body
    )


@pytest.mark.parametrize("number", [1, 3, len(STEPS)])
def test_a_link_opens_its_step(opened: Opened, number: int) -> None:
    app = opened(briefing="kremlin", step=str(number))
    assert not app.exception
    assert STEPS[number - 1].headline in shown(app)
    assert dict(app.query_params) == {"briefing": "kremlin", "step": str(number)}


def test_a_step_is_shared_as_a_link_and_an_embed_of_its_own(opened: Opened) -> None:
    app = opened(briefing="kremlin", step="6")
    app.session_state["share_asked"] = True
    app.run()
    address, embed = (code.value for code in app.code)
    assert re.search(r"\?briefing=kremlin&step=6&data=[0-9a-f]{12}$", address)
    assert embed.startswith("<iframe ")
    assert 'title="How far it is: 451 km"' in embed
    assert "step=6&amp;data=" in embed
    assert embed.count("embed=true") == 1


def test_without_a_link_the_first_step_is_shown(opened: Opened) -> None:
    assert STEPS[0].headline in shown(opened())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"step": "99"}, "wanted 1 to 10"),
        ({"step": "<b>"}, "&lt;b&gt;"),
        ({"briefing": "../story"}, "wanted kremlin"),
    ],
)
def test_a_step_or_briefing_that_is_not_there_is_reported(
    opened: Opened, query: dict[str, str], words: str
) -> None:
    app = opened(**query)
    assert words in notices(app)
    assert STEPS[0].headline in shown(app)


def test_what_became_known_later_stands_apart(opened: Opened) -> None:
    step = shown(opened(briefing="kremlin", step=str(len(STEPS))))
    early, later = step.split('class="later"')
    assert "Known only later" in later
    assert "24 May" in later
    assert "24 May" not in early


def test_the_sheet_holds_every_step_with_its_sources(opened: Opened) -> None:
    app = opened()
    [sheet] = [
        element.proto.body for element in app.get("html") if 'class="sheet"' in element.proto.body
    ]
    for step in STEPS:
        assert step.headline in sheet
    assert "https://" in sheet
    assert "CC BY 4.0" in sheet


def test_the_readers_own_view_is_kept_while_a_briefing_is_read(opened: Opened) -> None:
    app = opened("map", group="moscow_region")
    app.switch_page("../pages/briefing.py").run()
    assert dict(app.query_params) == {"briefing": "kremlin", "step": "1"}
    app.switch_page("../pages/map.py").run()
    assert dict(app.query_params) == {"group": "moscow_region"}


def test_a_story_without_a_briefing_says_so(
    opened: Opened, tmp_path: Path, serve_story: Callable[[Path], None]
) -> None:
    folder = tmp_path / "story"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("briefings"))
    serve_story(folder)
    app = opened()
    assert not app.exception
    assert any("No briefing yet" in element.proto.body for element in app.get("html"))


def test_a_broken_briefing_is_reported_without_a_path(
    opened: Opened, tmp_path: Path, serve_story: Callable[[Path], None]
) -> None:
    folder = tmp_path / "story"
    shutil.copytree(ROOT / "data", folder)
    (folder / "briefings" / "kremlin.json").write_text('{"title": "x"}', "utf-8")
    serve_story(folder)
    app = opened()
    assert not app.exception
    assert "Its file cannot be read." in notices(app)
    assert str(folder) not in notices(app)

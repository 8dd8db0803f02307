"""What the map page says and offers, without a browser."""

import json
import os
import shutil
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from tests.event_texts import record
from tests.pages.opening import PAGES, ROOT, open_app, parts_of, words_of
from tests.shipped_record import RECORD
from tests.story_folders import write_story

DRONE = "kremlin-2023-05-03-drone-1"


@pytest.fixture
def opened() -> Callable[..., AppTest]:
    """Open the app at a page by a link, as a first visit does."""

    def open_at(page: str = "map", **query: str | list[str]) -> AppTest:
        return open_app(page, query)

    return open_at


def panel_of(app: AppTest) -> dict[str, object]:
    """What the filter panel receives."""
    return parts_of(app)["filters"]


def filters_of(app: AppTest) -> dict[str, list[str]]:
    return parse_qs(str(panel_of(app)["filters"]))


@cache
def look_at(page: str) -> AppTest:
    """A page of the shipped story, opened once for tests that change nothing on it."""
    return open_app(page)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_alone(page: str) -> None:
    app = look_at(page)
    assert not app.exception
    assert not app.error


def test_the_count_adds_up_under_a_filter(opened: Callable[..., AppTest]) -> None:
    records = RECORD["features"]
    kremlin = sum(record["properties"]["group"] == "kremlin" for record in records)
    said = words_of(opened(group="kremlin"))
    assert f"{kremlin} of {len(records)} events" in said
    assert f"{len(records) - kremlin} hidden by filters" in said


def test_a_link_with_tracking_opens_without_a_word(opened: Callable[..., AppTest]) -> None:
    said = words_of(opened(group="kremlin", utm_source="letter", fbclid="IwAR0"))
    assert said == words_of(opened(group="kremlin"))
    assert "could not be used" not in said


def test_a_link_sets_the_filter_panel(opened: Callable[..., AppTest]) -> None:
    app = opened(
        **{"from": "2023-05-02T21:00", "to": "2023-05-03T06:00"},
        group=["kremlin", "moscow_region"],
        verification="partly_verified",
        reach="100..450",
        q="дрон",
    )
    assert filters_of(app) == {
        "group": ["kremlin", "moscow_region"],
        "verification": ["partly_verified"],
        "reach": ["100..450"],
        "q": ["дрон"],
    }
    assert panel_of(app)["preset"] == "that-night"


def test_all_dates_are_a_choice_of_the_panel(opened: Callable[..., AppTest]) -> None:
    assert panel_of(opened())["preset"] == "*"
    assert panel_of(opened(**{"from": "2023-05-02", "to": "2023-05-03"}))["preset"] is None


@pytest.mark.parametrize("page", ["map", "analysis", "claims"])
def test_pages_that_filter_have_the_panel(opened: Callable[..., AppTest], page: str) -> None:
    assert filters_of(opened(page, group="kremlin")) == {"group": ["kremlin"]}


def test_one_click_takes_the_filters_out_of_the_link(opened: Callable[..., AppTest]) -> None:
    app = opened(group="kremlin")
    app.button(key="show_all").click().run()
    assert "group" not in app.query_params
    assert filters_of(app) == {}


def test_a_bad_part_of_a_link_is_reported_and_the_rest_is_used(
    opened: Callable[..., AppTest],
) -> None:
    app = opened(group=["kremlin", "<b>mars</b>"], colour="rainbow")
    said = words_of(app)
    assert "&lt;b&gt;mars&lt;/b&gt;" in said
    assert "rainbow" in said
    assert filters_of(app) == {"group": ["kremlin"]}


def test_an_event_that_is_gone_is_named_with_a_way_to_the_corrections(
    opened: Callable[..., AppTest],
) -> None:
    said = words_of(opened(event="<b>gone</b>", view="1,2,9", colour="rainbow"))
    # tests/browser/test_site_links.py expects the same words of a site.
    assert (
        "The event “<bdi>&lt;b&gt;gone&lt;/b&gt;</bdi>” is not in this record; it may have been "
        'withdrawn or renamed. <a href="method#corrections" target="_self">See the corrections</a>'
    ) in said
    # What else cannot be used is still reported, but not the camera that was aimed at it.
    assert "rainbow" in said
    assert "view: looked" not in said
    assert "wanted the id of an event" not in said


def test_an_event_that_is_there_is_not_called_lost(opened: Callable[..., AppTest]) -> None:
    assert "is not in this record" not in words_of(opened(event=f"{DRONE}."))


def test_the_card_of_the_kremlin_names_who_says_what(opened: Callable[..., AppTest]) -> None:
    said = words_of(opened(event=DRONE))
    for words in (
        "Kremlin press service",
        "Podolyak",
        "Blinken",
        "451 km",
        "500 km",
        "02:27",
        "23:27 UTC",
    ):
        assert words in said, words


def test_no_event_is_said_plainly_with_a_way_back(opened: Callable[..., AppTest]) -> None:
    app = opened(q="no such words anywhere")
    assert "No event matches these filters" in words_of(app)
    app.button(key="show_all").click().run()
    assert "No event matches" not in words_of(app)


def test_a_search_without_events_is_cleared_and_the_other_filters_stay(
    opened: Callable[..., AppTest],
) -> None:
    app = opened(q="qwertzuiop", group="kremlin")
    assert "No event has “qwertzuiop” or a word like it." in words_of(app)
    app.button(key="clear_search").click().run()
    assert filters_of(app) == {"group": ["kremlin"]}
    assert "No event has" not in words_of(app)


def test_a_misspelled_word_is_named_with_what_it_was_read_as(
    opened: Callable[..., AppTest],
) -> None:
    app = opened(q="sevastopl")
    assert "“sevastopl” read as “Sevastopol”" in words_of(app)
    assert filters_of(app) == {"q": ["sevastopl"]}


def test_choices_outlive_a_change_of_page(opened: Callable[..., AppTest]) -> None:
    app = opened(group="kremlin").switch_page("../pages/method.py").run()
    app.switch_page("../pages/map.py").run()
    assert filters_of(app) == {"group": ["kremlin"]}


def test_new_data_are_seen_without_a_restart_and_broken_ones_are_reported(
    opened: Callable[..., AppTest], serve_story: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = write_story(tmp_path / "story", record("port"))
    serve_story(folder)
    events = folder / "events.geojson"
    before = events.read_text("utf-8")
    app = opened()
    assert "cannot be read" not in words_of(app)

    write_story(folder, record("port"), record("quay"))
    app.run()
    assert "cannot be read" not in words_of(app)
    assert "2 events" in words_of(app)

    events.write_text("not json", "utf-8")
    app.run()
    said = words_of(app)
    assert "last good version" in said
    assert str(folder) not in said
    assert not app.exception

    events.unlink()
    assert "last good version" in words_of(app.run())

    events.write_text(before, "utf-8")
    os.utime(events, (1, 1))
    assert "last good version" not in words_of(app.run())


def test_the_lead_is_for_readers_without_a_question(opened: Callable[..., AppTest]) -> None:
    question = json.loads((ROOT / "data/story.json").read_text("utf-8"))["lead"]["question"]
    app = opened()
    assert question in words_of(app)
    app.button(key="close_lead").click().run()
    assert question not in words_of(app)
    assert question not in words_of(opened(group="kremlin"))
    assert question not in words_of(opened(event=DRONE))


def test_a_lead_that_states_a_claim_as_fact_is_not_shown(
    opened: Callable[..., AppTest], serve_story: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = shutil.copytree(ROOT / "data", tmp_path / "story")
    serve_story(folder)
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["lead"]["question"] = "Who attacked the palace?"
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    said = words_of(opened())
    assert "attacked the palace" not in said


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_one_heading_of_the_first_order(page: str) -> None:
    # The sheet for paper is another document, which a screen does not show.
    said = words_of(look_at(page)).partition('class="sheet"')[0]
    assert said.count("<h1") == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_record_is_not_a_census(page: str) -> None:
    assert "From public sources; incomplete" in words_of(look_at(page))


def test_a_link_to_what_was_known_says_so_plainly(opened: Callable[..., AppTest]) -> None:
    app = opened(known="2023-05-03T12:00")
    said = words_of(app)
    assert "On record at noon, 3 May 2023" in said
    assert "Events first reported later are not shown" in said
    assert "hidden by filters" in said
    assert filters_of(app) == {"known": ["2023-05-03T12:00"]}
    app.button("back_to_now").click().run()
    assert "On record at" not in words_of(app)
    assert "known" not in app.query_params


def test_the_card_shows_what_was_said_by_then(opened: Callable[..., AppTest]) -> None:
    now, then = (words_of(opened(event=DRONE, **link)) for link in ({}, {"known": "2023-05-03"}))
    assert "Statements as on record at end of 3 May 2023" in then
    assert then.count('class="stance"') <= now.count('class="stance"')
    # The sources are all that the record has: none is counted as known by then.
    assert "sources, " in now
    assert "sources as of today" in then


def test_the_card_leads_to_the_statements_of_its_moment(opened: Callable[..., AppTest]) -> None:
    said = words_of(opened(event=DRONE, known="2023-05-03T12:00"))
    address = f"claims?known=2023-05-03T12:00&event={DRONE}"
    assert f'<a href="{escape(address)}">Every statement on this event</a>' in said


def test_what_is_new_is_a_filter_of_the_page(opened: Callable[..., AppTest]) -> None:
    app = opened(changed="2023-11-01")
    assert filters_of(app) == {"changed": ["2023-11-01"]}
    assert f"{len(RECORD['features'])} events" in words_of(app)
    said = words_of(opened(changed="2999-01-01"))
    assert "No event matches these filters new or changed since 1 January 2999" in said

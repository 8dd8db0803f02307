"""What the page of claims says and offers, without a browser."""

import html
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.claims import build_ledger, check_verification, format_attribution_line
from geo.story.story_file import read_story
from tests.event_texts import record
from tests.pages.opening import ROOT, open_app, words_of
from tests.shipped_record import READING
from tests.story_folders import point, write_story

DRONE = "kremlin-2023-05-03-drone-1"
SIDES = read_story(ROOT / "data").declared_sides
EVENTS = READING.events


@pytest.fixture
def opened() -> Callable[..., AppTest]:
    """Open the page by a link, as a first visit does."""

    def open_at(**query: str | list[str]) -> AppTest:
        app = open_app("claims", query)
        assert not app.exception
        return app

    return open_at


def said_by(app: AppTest) -> str:
    """All words of the page, as a reader sees them."""
    bodies = words_of(app)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", bodies)).split())


def test_one_event_shows_its_line_its_boxes_and_every_speaker(
    opened: Callable[..., AppTest],
) -> None:
    said = said_by(opened(event=DRONE))
    assert format_attribution_line(build_ledger(EVENTS, DRONE)) in said
    for heading in ("What we know", "What is claimed", "What is disputed", "What we do not know"):
        assert heading in said
    for entry in build_ledger(EVENTS, DRONE):
        assert str(entry.claim.actor) in said


def test_at_noon_nothing_said_later_is_on_the_page(opened: Callable[..., AppTest]) -> None:
    said = said_by(opened(event=DRONE, known="2023-05-03T12:00"))
    now, noon = build_ledger(EVENTS, DRONE), build_ledger(EVENTS, DRONE, datetime(2023, 5, 3, 12))
    assert f"{len(now) - len(noon)} of {len(now)} statements came later" in said
    assert "As known at noon, 3 May 2023" in said
    assert "today’s verification" in said
    for later in ("quoted by The New York Times", "Study of War", "BBC Verify", "Kirby", "RFE/RL"):
        assert later not in said, later


def test_what_may_have_been_said_by_then_is_counted_and_named(
    opened: Callable[..., AppTest],
) -> None:
    said = said_by(opened(event=DRONE, known="2023-05-03T12:00"))
    assert re.search(r"May have been said by then: 11\b", said)
    assert "May have been said" not in said_by(opened(event=DRONE))


def test_a_moment_of_the_record_is_chosen_with_one_click(opened: Callable[..., AppTest]) -> None:
    app = opened(event=DRONE)
    presets = app.button_group(key="known_preset")
    assert presets.options[::5] == ["noon, 3 May 2023", "now"]
    presets.set_value("2023-05-04T00:00:00").run()
    assert app.query_params["known"] == "2023-05-04T00:00"
    assert "As known at end of 3 May 2023" in said_by(app)


def test_any_moment_is_written_in_words(opened: Callable[..., AppTest]) -> None:
    app = opened(event=DRONE, known="2023-05-03T12:00")
    field = app.text_input(key="known_at")
    assert field.value == "3 May 2023, 12:00"
    field.set_value("4 May 2023").run()
    assert app.query_params["known"] == "2023-05-05T00:00"
    assert app.text_input(key="known_at").value == "4 May 2023"
    app.text_input(key="known_at").set_value("05/03/2023").run()
    assert app.query_params["known"] == "2023-05-05T00:00"
    [said] = [one.value for one in app.caption if "Not understood" in one.value]
    assert said.startswith("Not understood. Enter a day, with or without a time, such as ")
    app.text_input(key="known_at").set_value("").run()
    assert "known" not in app.query_params
    assert not app.caption
    # The empty field shows a moment of the event that is read.
    assert app.text_input(key="known_at").placeholder == "3 May 2023, 12:00"


def test_choosing_an_event_writes_it_into_the_link(opened: Callable[..., AppTest]) -> None:
    app = opened()
    app.selectbox(key="claims_event").select(DRONE).run()
    assert app.query_params["event"] == DRONE
    assert "Who takes which stance on what" in said_by(app)


def test_across_all_events_the_counts_add_up(opened: Callable[..., AppTest]) -> None:
    app = opened()
    claims = [claim for claims in EVENTS["claims"] for claim in claims]
    named = {claim.actor for claim in claims if claim.actor.named}
    assert (
        f"{len(claims):,} statements by {len(named)} named speakers and at least one who is not "
        "named on" in said_by(app)
    )
    [counts] = [
        one.proto.body for one in app.get("html") if 'class="grid counts"' in one.proto.body
    ]
    cells = [int(cell or 0) for cell in re.findall(r"<td[^>]*>(\d*)</td>", counts)]
    assert sum(cells) == sum(len(claim.about) for claim in claims)


def test_events_where_record_and_rule_differ_are_listed_with_a_link(
    opened: Callable[..., AppTest],
) -> None:
    checked = check_verification(EVENTS, SIDES)
    differing = checked.index[checked["differs"]]
    app = opened()
    assert f"disagree: {len(differing)} of {len(checked)} events" in said_by(app)
    bodies = " ".join(element.proto.body for element in app.get("html"))
    for event in differing:
        assert f"claims?event={event}" in bodies


def test_the_filters_of_the_map_hold_here_too(opened: Callable[..., AppTest]) -> None:
    kremlin = EVENTS[EVENTS["group"] == "kremlin"]
    said = said_by(opened(group="kremlin"))
    assert f"{sum(map(len, kremlin['claims']))} statements" in said


def test_no_event_kept_is_said_plainly(opened: Callable[..., AppTest]) -> None:
    assert "No event matches these filters" in said_by(opened(q="no such words anywhere"))


@pytest.mark.parametrize("text", ["podolyak", "Подоляк"])
def test_a_speaker_is_found_in_either_alphabet(opened: Callable[..., AppTest], text: str) -> None:
    app = opened()
    app.text_input(key="claims_text").set_value(text).run()
    spoken = [c for cl in EVENTS["claims"] for c in cl if "Podolyak" in f"{c.actor} {c.summary}"]
    assert f"{len(spoken)} statements found" in said_by(app)


def test_a_search_by_stance_follows_the_moment(opened: Callable[..., AppTest]) -> None:
    app = opened(known="2023-05-03T12:00")
    app.multiselect(key="claims_stances").select("denies").run()
    found = said_by(app).partition("statements found")[2]
    assert "Zelensky, president" not in found
    app = opened()
    app.multiselect(key="claims_stances").select("denies").run()
    assert "Zelensky, president" in said_by(app).partition("statements found")[2]


def test_a_search_without_a_hit_offers_a_way_back(opened: Callable[..., AppTest]) -> None:
    app = opened()
    app.text_input(key="claims_text").set_value("zzz no such words").run()
    assert "0 statements found: no statement has all of this" in said_by(app)


@pytest.mark.parametrize("known", ["1000-01-01", "2999-12-31", "2023-05-03T02:27"])
def test_any_moment_of_a_link_can_be_shown(opened: Callable[..., AppTest], known: str) -> None:
    assert "As known at" in said_by(opened(event=DRONE, known=known))


@pytest.mark.parametrize("event", EVENTS.index[::9])
def test_every_kind_of_event_has_a_page(opened: Callable[..., AppTest], event: str) -> None:
    said = said_by(opened(event=event))
    assert EVENTS.at[event, "title"] in said
    assert format_attribution_line(build_ledger(EVENTS, event)) in said


def test_where_nothing_is_said_the_page_says_so(
    opened: Callable[..., AppTest], tmp_path: Path, serve_story: Callable[[Path], None]
) -> None:
    silent = {"claims": [], "killed": {}, "injured": {}, "attribution": "unclaimed"}
    write_story(tmp_path, *(record(name, geometry=point(2, 0.5), **silent) for name in "ab"))
    serve_story(tmp_path)
    said = said_by(opened())
    assert "No statement about these 2 events is on record yet." in said
    assert "0 statements" not in said
    assert "How many statements there are" not in said
    assert "No statement on record yet" in said_by(opened(event="a"))
    assert "2, with no claims and" in said_by(open_app("method"))


def test_an_empty_record_says_that_nothing_is_said_yet(
    opened: Callable[..., AppTest], tmp_path: Path, serve_story: Callable[[Path], None]
) -> None:
    serve_story(write_story(tmp_path))
    said = said_by(opened())
    assert "No statement is on record yet." in said
    assert not re.search(r"\b0 (statements|events|speakers)", said)

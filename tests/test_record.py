"""The shipped record keeps the rules of data/README.md, read here as plain JSON.

Nothing of geo/ is used: these tests judge the data, not the code that reads it. Each collects
the events that break its rule, so that a failure names them.
"""

import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict
from zoneinfo import ZoneInfo

import pytest
from shapely import Point, prepare
from shapely.geometry import shape

DATA = Path(__file__).parent.parent / "data"


class Claim(TypedDict, total=False):
    id: str
    stance: str
    about: list[str]
    basis: str
    side: str
    actor: str
    said_at: str | None
    summary: str
    source: str
    also_about: list[str]


TEXT = (DATA / "events.geojson").read_text(encoding="utf-8")
RECORD = json.loads(TEXT)
STORY = json.loads((DATA / "story.json").read_text(encoding="utf-8"))
LINES = (DATA / "corrections.jsonl").read_text(encoding="utf-8").splitlines()
CORRECTIONS = [json.loads(line) for line in LINES]
EVENTS = {feature["id"]: feature["properties"] for feature in RECORD["features"]}
POINTS = {
    feature["id"]: Point(feature["geometry"]["coordinates"]) for feature in RECORD["features"]
}
PARTIES = {side["id"] for side in STORY["sides"] if side["party"]}

# What a claim must be about to speak for an aspect.
ASPECTS = {
    "place": {"place", "occurrence"},
    "time": {"time", "occurrence"},
    "content": {"occurrence", "damage"},
}
SUPPORTS = {"asserts", "accuses", "corroborates", "claims_responsibility"}
# Seen or heard by the speaker; a report or an inference passes on what somebody else saw.
OWN_EYES = {"witnessed", "visual_evidence", "document"}


def _claims_on_each_event() -> dict[str, list[tuple[Claim, str]]]:
    """Return for each event its claims, also those kept with another event, and their origins."""
    claims: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for home, event in EVENTS.items():
        origins = {source["id"]: source["origin"] for source in event["sources"]}
        for claim in event["claims"]:
            for id_ in (home, *claim.get("also_about", ())):
                claims[id_].append((claim, origins.get(claim["source"], "")))
    return claims


CLAIMS = _claims_on_each_event()


def voices(event: str, aspect: str) -> set[str]:
    """Return who independently supports an aspect: a party is one voice, however many speak."""
    heard = set()
    for claim, origin in CLAIMS[event]:
        if claim["stance"] in SUPPORTS and ASPECTS[aspect] & set(claim["about"]):
            if claim["side"] in PARTIES:
                heard.add(claim["side"])
            elif claim["basis"] in OWN_EYES:
                heard.add(origin)
    return heard


def taking(event: str, *stances: str, about: frozenset[str] = frozenset()) -> list[Claim]:
    """Return the claims on an event with one of the stances (and about one of the topics)."""
    return [
        claim
        for claim, _ in CLAIMS[event]
        if claim["stance"] in stances and (not about or about & set(claim["about"]))
    ]


def first_day(claims: list[Claim]) -> str:
    """Return the first day on which one of the claims was made; "" if no day is known."""
    return min((str(claim["said_at"])[:10] for claim in claims if claim["said_at"]), default="")


def day(claim: Claim) -> str:
    """Return the day of a claim, as far as it is known."""
    return str(claim["said_at"] or "9999")[:10]


def responsible_by_name(event: str) -> list[Claim]:
    """Return claims of responsibility by somebody who gives a name."""
    claims = taking(event, "claims_responsibility")
    return [claim for claim in claims if claim["basis"] != "anonymous_official"]


def test_the_file_is_written_as_the_house_writes_it() -> None:
    assert json.dumps(RECORD, indent=1, ensure_ascii=False) + "\n" == TEXT


def test_every_event_has_an_id_of_its_own() -> None:
    assert len(EVENTS) == len(RECORD["features"])


def test_events_stand_in_the_order_in_which_they_can_have_begun() -> None:
    begun = [datetime.fromisoformat(event["start"]) for event in EVENTS.values()]
    assert begun == sorted(begun)


def test_groups_and_sides_are_those_of_the_story() -> None:
    sides = {claim["side"] for event in EVENTS.values() for claim in event["claims"]}
    assert sides <= {side["id"] for side in STORY["sides"]}
    assert {event["group"] for event in EVENTS.values()} == {g["id"] for g in STORY["groups"]}


def test_every_claim_names_a_source_of_its_event() -> None:
    missing = {
        (id_, claim["id"])
        for id_, event in EVENTS.items()
        for claim in event["claims"]
        if claim["source"] not in {source["id"] for source in event["sources"]}
    }
    assert missing == set()


def test_claims_and_sources_of_an_event_are_numbered_once() -> None:
    for id_, event in EVENTS.items():
        for kind, letter in (("claims", "c"), ("sources", "s")):
            ids = [item["id"] for item in event[kind]]
            assert len(ids) == len(set(ids)), id_
            assert all(re.fullmatch(rf"{letter}[1-9]\d*", number) for number in ids), id_


def test_a_source_links_to_the_web_or_nowhere() -> None:
    links = [source["url"] for event in EVENTS.values() for source in event["sources"]]
    assert [link for link in links if link and not re.fullmatch(r"https?://\S+", link)] == []


def test_the_words_of_state_media_are_the_words_of_a_party() -> None:
    state = re.compile(r"^(TASS|RIA Novosti|RT|Rossiyskaya Gazeta|Ukrinform|Prime)\b|Sputnik")
    unmarked = {
        (id_, source["publisher"])
        for id_, event in EVENTS.items()
        for source in event["sources"]
        if state.search(source["publisher"]) and not source["is_party"]
    }
    assert unmarked == set()


def test_a_shared_claim_names_other_events_of_the_same_incident() -> None:
    for id_, event in EVENTS.items():
        for claim in event["claims"]:
            for other in claim.get("also_about", ()):
                assert other != id_
                assert EVENTS[other]["incident"] == event["incident"] is not None, (id_, other)


def test_a_statement_is_kept_once() -> None:
    statements = Counter(
        (claim["actor"], claim["said_at"], claim["summary"])
        for event in EVENTS.values()
        for claim in event["claims"]
    )
    assert [statement for statement, count in statements.items() if count > 1] == []


def test_an_event_begins_before_it_ends_by_the_clock_of_its_place() -> None:
    for id_, event in EVENTS.items():
        start, end = (datetime.fromisoformat(event[name]) for name in ("start", "end"))
        assert start < end, id_
        for moment in (start, end):
            assert moment.utcoffset() == moment.astimezone(ZoneInfo(event["tz"])).utcoffset(), id_


def test_nobody_speaks_of_an_event_before_it_can_have_happened() -> None:
    # A claim dated to a month is compared with the month of the event.
    early = {
        (id_, claim["id"], claim["said_at"])
        for id_ in EVENTS
        for claim, _ in CLAIMS[id_]
        if claim["said_at"] and day(claim) < EVENTS[id_]["start"][: len(day(claim))]
    }
    assert early == set()


def test_points_lie_within_the_bounds_of_the_story() -> None:
    west, south, east, north = STORY["bounds"]
    outside = [
        id_
        for id_, point in POINTS.items()
        if not (west <= point.x <= east and south <= point.y <= north)
    ]
    assert outside == []


def test_a_place_lies_in_the_country_that_the_record_names() -> None:
    ukraine = shape(
        json.loads((DATA / STORY["border"]["file"]).read_text("utf-8"))["features"][0]["geometry"]
    )
    prepare(ukraine)
    for id_, point in POINTS.items():
        country = EVENTS[id_]["territory"]["recognised_country"]
        if country == "Russia":
            assert not ukraine.covers(point), id_
        elif country == "Ukraine" and EVENTS[id_]["location_precision"] != "sea_or_airspace":
            # Harbours: the circle reaches land (a degree is at most 111.7 km).
            assert ukraine.distance(point) * 111_700 <= EVENTS[id_]["radius_m"], id_


def test_accused_means_that_somebody_accuses() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["attribution"].startswith("accused_") and not taking(id_, "accuses")
    ]
    assert wrong == []


def test_unclaimed_means_that_nobody_accuses_and_nobody_claims() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["attribution"] == "unclaimed"
        and (taking(id_, "accuses") or responsible_by_name(id_))
    ]
    assert wrong == []


_OF_THE_DEED = frozenset({"perpetrator", "occurrence"})


def test_accused_and_denied_means_a_denial_no_older_than_the_accusation() -> None:
    for id_, event in EVENTS.items():
        denials = taking(id_, "denies", "alleges_staged", about=_OF_THE_DEED)
        accused = first_day(taking(id_, "accuses"))
        if event["attribution"] == "accused_denied":
            assert any(day(claim) >= accused for claim in denials), id_
        if event["attribution"] == "accused_no_answer":
            assert [claim for claim in denials if claim["side"] == "ukraine"] == [], id_


def test_contested_means_an_answer_no_older_than_the_first_account() -> None:
    for id_, event in EVENTS.items():
        if event["attribution"] == "contested":
            answers = taking(id_, "denies", "contradicts", "alleges_staged", about=_OF_THE_DEED)
            first = first_day(taking(id_, "accuses", "asserts"))
            assert any(day(claim) >= first for claim in answers), id_


def test_claimed_means_that_somebody_claims_it_by_name() -> None:
    for id_, event in EVENTS.items():
        if event["attribution"] == "claimed":
            assert responsible_by_name(id_), id_
        elif responsible_by_name(id_):
            # A rival account stands beside the claim, or a finding has settled it.
            assert event["attribution"] in {"contested", "established"}, id_


def test_verified_aspects_rest_on_two_voices() -> None:
    wrong = {
        (id_, aspect, tuple(voices(id_, aspect)))
        for id_, event in EVENTS.items()
        # An order is its own announcement: it needs no second voice.
        if event["event_type"] != "measure"
        for aspect in event["verified_aspects"]
        if len(voices(id_, aspect)) < 2
    }
    assert wrong == set()


def test_unverified_means_one_voice_on_each_aspect() -> None:
    wrong = {
        (id_, aspect, tuple(sorted(voices(id_, aspect))))
        for id_, event in EVENTS.items()
        if event["verification"] == "unverified"
        for aspect in ASPECTS
        if len(voices(id_, aspect)) > 1
    }
    assert wrong == set()


def test_verified_means_all_aspects_and_partly_means_some() -> None:
    for id_, event in EVENTS.items():
        wanted = {"verified": {3}, "partly_verified": {1, 2}}.get(event["verification"], {0})
        assert len(set(event["verified_aspects"])) in wanted, id_


def test_disputed_means_that_somebody_contradicts_what_happened() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["verification"] == "disputed"
        and not taking(
            id_, "denies", "contradicts", "alleges_staged", about=frozenset({"occurrence"})
        )
    ]
    assert wrong == []


def test_counts_of_dead_and_injured_rest_on_a_claim_about_casualties() -> None:
    for id_, event in EVENTS.items():
        for name in ("killed", "injured"):
            if event[name] is None:
                continue
            home, _, claim_id = event[name]["claim"].rpartition("#")
            claim = next(c for c in EVENTS[home or id_]["claims"] if c["id"] == claim_id)
            assert "casualties" in claim["about"], (id_, name)
            assert not home or id_ in claim["also_about"], (id_, name)
            stated = [event[name][bound] for bound in ("low", "best", "high")]
            known = [number for number in stated if number is not None]
            assert known == sorted(known) != [], (id_, name)


# Words with which a sentence hands a statement to its speaker.
_ATTRIBUTES = re.compile(
    r"\b(said|say|says|saying|told|tells|wrote|spoke|speak\w*|call\w*|nam\w+|put|held|took|thought|judg\w+|"
    r"report\w*|claim\w*|den\w+|blam\w+|accus\w+|alleg\w+|acknowledg\w+|admit\w*|confirm\w*|"
    r"attribut\w+|count\w*|stat\w+|announc\w+|suspect\w*|show\w*|assess\w*|point\w*|describ\w+|"
    r"presum\w+|believ\w+|contest\w+|according to|account\w*|per|whether|treat\w*)\b",
    re.IGNORECASE,
)
_NAMES_A_DOER = re.compile(
    r"\b(Ukrain\w+|Kyiv|SBU|GUR|Russian?|Moscow(?! City)|saboteurs?|partisans?)\b[^.;:]{0,40}?\b"
    r"(struck|strikes|attack(?:s|ed)|hit|hits|shelled|bombed|destroyed|downed|launched|sent|sends|"
    r"fired|killed|blew|wounded|damaged|staged)\b"
)


def _states_a_doer(sentence: str) -> bool:
    return bool(_NAMES_A_DOER.search(sentence)) and not _ATTRIBUTES.search(sentence)


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("Ukraine struck the depot.", True),
        ("At night Ukrainian drones hit a bridge.", True),
        ("The governor said Ukrainian drones hit a bridge.", False),
        ("A depot burnt and no cause is known.", False),
    ],
)
def test_a_bare_sentence_is_told_from_an_attributed_one(sentence: str, bare: bool) -> None:
    assert _states_a_doer(sentence) == bare


def test_no_title_summary_or_doubt_states_a_doer_as_fact() -> None:
    bare = {
        (id_, sentence)
        for id_, event in EVENTS.items()
        for text in (event["title"], event["summary"], event["doubt"] or "")
        for sentence in re.split(r"(?<=[.;])\s", text)
        if _states_a_doer(sentence)
    }
    assert bare == set()


def test_every_correction_says_when_where_and_why() -> None:
    for number, correction in enumerate(CORRECTIONS, start=1):
        members = ["date", "event", "field", "was", "is", "why", "source"]
        assert list(correction) == members, number
        assert date.fromisoformat(correction["date"]), number
        assert correction["field"], number
        assert correction["why"], number
        assert list(correction["source"] or ["publisher", "url", "date"]) == [
            "publisher",
            "url",
            "date",
        ], number


def test_corrections_stand_in_the_order_in_which_they_were_made() -> None:
    days = [correction["date"] for correction in CORRECTIONS]
    assert days == sorted(days)


def test_an_event_that_is_gone_has_said_what_it_became() -> None:
    became = {c["was"]: c["is"] for c in CORRECTIONS if c["field"] == "id" and c["is"]}
    assert {heir for heirs in became.values() for heir in heirs} <= set(EVENTS)
    assert {correction["event"] for correction in CORRECTIONS} <= set(EVENTS) | set(became)


def test_the_methodology_note_counts_what_the_record_holds() -> None:
    note = (DATA / "README.md").read_text(encoding="utf-8")
    stated = {
        word: int(number.replace(",", ""))
        for word, number in re.findall(r"^\| `?([a-z_]+)`? \| ([\d,]+) \|$", note, re.MULTILINE)
    }
    counted = Counter(event["verification"] for event in EVENTS.values())
    counted += Counter(event["attribution"] for event in EVENTS.values())
    counted["records"] = len(EVENTS)
    counted["claims"] = sum(len(event["claims"]) for event in EVENTS.values())
    counted["sources"] = sum(len(event["sources"]) for event in EVENTS.values())
    counted["corrections"] = len(CORRECTIONS)
    assert stated == counted

"""No misspelt member raises a verification, settles who did it, or publishes a draft."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import (
    Sides,
    build_boxes,
    build_ledger,
    find_supported_verification,
    flag_single_origin,
)
from geo.events import Reading, parse_events
from geo.events.suggestion import suggest
from tests.event_texts import collection, record
from tests.misspellings import misspellings

STORY = Sides({side: side.title() for side in ("north", "south", "press")}, {"north", "south"})
RANKS = ("unverified", "partly_verified", "verified")
TOPICS = ["occurrence", "place", "time", "damage"]


def claim(number: int, source: str, **members: object) -> dict[str, Any]:
    return {
        "id": f"c{number}",
        "stance": "asserts",
        "about": TOPICS,
        "basis": "official_statement",
        "side": "north",
        "actor": {"name": f"Speaker {number}", "kind": "office"},
        "said_at": "2023-05-03",
        "summary": "Said a bridge was hit.",
        "source": source,
    } | members


def event() -> dict[str, Any]:
    """A draft with two origins that count, and three that do not: a party's outlet among them."""
    claims = [
        claim(1, "s1"),
        claim(2, "s2", side="press", basis="visual_evidence", stance="corroborates"),
        claim(3, "s3", side="press", actor="The party's paper"),
        claim(4, "s4", side="south", stance="accuses", accuses=["north"], about=["perpetrator"]),
        claim(5, "s1", side="press", stance="accuses", accuses=["pirates"], about=["perpetrator"]),
    ]
    names = ("post", "paper", "outlet", "herald")
    sources = [
        {"id": f"s{n}", "publisher": name.title(), "origin": name, "is_party": name == "outlet"}
        for n, name in enumerate(names, 1)
    ]
    properties = {"claims": claims, "sources": sources, "workflow": "draft", "killed": None}
    return record("draft", **properties)


def read(feature: dict[str, Any]) -> Reading:
    return parse_events(collection(feature))


def find_parts(feature: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each object in the feature whose members the format names."""
    properties = feature["properties"]
    actors = [one["actor"] for one in properties["claims"] if isinstance(one["actor"], dict)]
    return [feature, properties, *properties["claims"], *properties["sources"], *actors]


def rename(part: dict[str, Any], old: str, new: str) -> None:
    """Change the name of a member in its place."""
    members = [(new if name == old else name, value) for name, value in part.items()]
    part.clear()
    part.update(members)


@pytest.mark.parametrize(
    ("part", "name", "slip", "field"),
    [
        ("sources", "is_party", "is_prty", "sources[2].is_prty"),
        ("sources", "is_party", "isParty", "sources[2].isParty"),
        ("sources", "is_party", "is-party", "sources[2].is-party"),
        ("sources", "origin", "orign", "sources[2].orign"),
        ("claims", "side", "sied", "claims[2].sied"),
        ("claims", "about", "abouts", "claims[2].abouts"),
        ("properties", "workflow", "workflw", "workflw"),
        ("properties", "claims", "claim", "claim"),
    ],
)
def test_a_record_with_a_misspelt_member_is_rejected_by_name(
    part: str, name: str, slip: str, field: str
) -> None:
    feature = event()
    holder = feature["properties"] if part == "properties" else feature["properties"][part][2]
    rename(holder, name, slip)
    reading = read(feature)
    assert reading.events.empty
    assert f"{field}: found a member that the format does not have" in str(reading.rejected[0])
    assert f"(did you mean {name!r}?)" in reading.rejected[0].wanted


@pytest.mark.parametrize(
    ("part", "name", "field", "home"),
    [
        (0, "workflow", "workflow", "the properties"),
        (1, "accuses", "accuses", "a claim"),
        (2, "is_party", "claims[0].is_party", "a source"),
        (2, "IsParty", "claims[0].IsParty", "a source"),
    ],
)
def test_a_member_that_decides_is_named_where_it_stands_in_another_part(
    part: int, name: str, field: str, home: str
) -> None:
    feature = event()
    find_parts(feature)[part][name] = "draft"
    [rejection] = read(feature).rejected
    assert rejection.field == field
    assert rejection.wanted.endswith(f"as a member of {home}")


def test_a_member_that_is_near_to_none_is_left_out_with_a_note() -> None:
    feature = event()
    feature["properties"]["mood"] = feature["properties"]["sources"][0]["archived"] = "yes"
    reading = read(feature)
    assert (len(reading.events), reading.rejected) == (1, ())
    assert len(reading.notes) == 2


@given(st.data())
def test_no_misspelt_member_raises_or_publishes_anything(data: st.DataObject) -> None:
    feature = event()
    before = read(copy.deepcopy(feature))
    part = data.draw(st.sampled_from(find_parts(feature)))
    name = data.draw(st.sampled_from(sorted(part)))
    slip = data.draw(misspellings(name))
    if slip in part:
        return
    rename(part, name, slip)
    after = read(json.loads(json.dumps(feature)))
    if after.events.empty:
        assert after.rejected
        return
    assert after.events["workflow"].tolist() == ["draft"]
    was, now = (judge(reading) for reading in (before, after))
    assert now[0] <= was[0]
    assert now[1] <= was[1]
    assert now[2] <= was[2]


def judge(reading: Reading) -> tuple[int, set[str], bool]:
    """Return verification by the claims, what is known, and whether by several origins."""
    entries = build_ledger(reading.events, "draft")
    found = find_supported_verification(entries, STORY)
    known = {topic for box in build_boxes(entries, STORY).known for topic in box.topics}
    single = bool(flag_single_origin(reading.events, STORY)["draft"])
    return RANKS.index(found.verification), known | set(found.aspects), not single


MEMBERS = ["title", "kind", "start", "region", "note", "summary", "when"]


@pytest.mark.parametrize("name", ["id", "description", "sort", "notice_of", "aim", ""])
def test_no_member_is_named_that_is_spelt_otherwise(name: str) -> None:
    assert suggest(name, MEMBERS) == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("kinds", "kind"),
        ("stat", "start"),
        ("regoin", "region"),
        ("notes", "note"),
        ("sumary", "summary"),
    ],
)
def test_a_misspelt_member_is_named(name: str, meant: str) -> None:
    assert suggest(name, MEMBERS) == f" (did you mean {meant!r}?)"

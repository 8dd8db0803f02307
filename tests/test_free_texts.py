"""A free text of an event is searched and read for stated guilt, or somebody decided otherwise."""

from typing import get_args, get_type_hints

import pytest

from geo.events import parse_events
from geo.events.event import Event
from geo.events.fields import Line, Note, Prose
from geo.link.search.text_search import list_searched
from geo.story.check.rules.texts import find_perpetrators_in_texts
from tests.event_texts import collection
from tests.story.check.checking import check, events_of

# Why a reader does not search for it.
NOT_SEARCHED = {
    "group": "a filter by words has it",
    "established_by": "a name, which claims and sources have as well",
    "place_basis": "how the place was found, not where",
    "means_reported": "the type of event says it in the words of the filters",
    "damage": "the summary says what matters of it",
    "doubt": "it says what is open, not what happened",
    "note": "it never leaves the desk",
    "checked": "it never leaves the desk",
    "incident": "a name that is not shown",
}
# Why it may name a party without saying who says so.
NOT_READ_FOR_GUILT = {
    "group": "the id of a group",
    "established_by": "who settled the attribution",
    **dict.fromkeys(("place", "place_local", "region", "target"), "a name, not a sentence"),
    "place_basis": "how the place was found",
    "means_reported": "a thing, not a sentence",
    "note": "it never leaves the desk",
    "checked": "it never leaves the desk",
    "incident": "a name that is not shown",
}
GUILT = "The Northern fleet attacked a bridge"


def holds_text(kind: object) -> bool:
    return kind in (Line, Note, Prose) or any(map(holds_text, get_args(kind)))


TYPES = get_type_hints(Event, include_extras=True)
TEXTS = {name for name, kind in TYPES.items() if holds_text(kind)}


def put(text: str, name: str) -> dict[str, object]:
    return {name: [text] if name == "checked" else text}


def test_these_members_are_free_texts() -> None:
    assert {"title", "summary", "place", "damage", "doubt", "note", "checked"} <= TEXTS
    assert not {"event_type", "radius_m", "killed", "claims", "start"} & TEXTS


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_free_text_is_searched_or_need_not_be(name: str) -> None:
    """Add it to what `geo.link.search.text_search` searches, or to NOT_SEARCHED with the reason."""
    reading = parse_events(collection(events_of(**put("Zyzzyva", name))))
    assert reading.rejected == ()
    is_found = "Zyzzyva" in list_searched(reading.events)[0]
    assert is_found != (name in NOT_SEARCHED)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_free_text_is_read_for_stated_guilt_or_need_not_be(name: str) -> None:
    """Add it to what `geo.story.check.rules.texts` reads, or to NOT_READ_FOR_GUILT."""
    found = check(find_perpetrators_in_texts, events_of(**put(GUILT, name)))
    assert [field for field, _, _ in found] == ([] if name in NOT_READ_FOR_GUILT else [name])

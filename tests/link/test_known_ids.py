"""The ids of a record are words like all others, and may be asked whether there are any."""

import pandas as pd
import pytest

from geo.link.known_ids import KnownIds
from geo.link.link import from_query
from geo.link.parameters import list_parameters
from geo.story.view import list_known_words
from tests.shipped_record import open_shipped

EVENT = next(row for row in list_parameters() if row.name == "event")


@pytest.mark.parametrize("ids", [[], ["a"], ["a", "дом", "42"]])
def test_ids_are_what_a_list_of_them_is(ids: list[str]) -> None:
    known = KnownIds(pd.Index(ids, dtype=object))
    assert (list(known), len(known), bool(known)) == (ids, len(ids), bool(ids))
    assert [text for text in ("a", "42", "b", 42) if text in known] == [
        text for text in ("a", "42", "b", 42) if text in ids
    ]


def test_a_link_to_an_event_is_read_by_them() -> None:
    known = {"event": KnownIds(pd.Index(["fire-a", "fire-b"]))}
    assert from_query({"event": ["fire-b"]}, known)[0].event == "fire-b"
    link, [left_out] = from_query({"event": ["fier-a"]}, known)
    assert link.event is None
    assert str(left_out).endswith("(did you mean 'fire-a'?)")
    assert EVENT.describe_wanted(known) == "the id of an event of this record"


def test_all_words_of_a_record_can_be_asked_whether_there_are_any() -> None:
    words = list_known_words(open_shipped().record)
    assert all(words.values())
    assert list(words["event"]) == list(open_shipped().record.events.index)

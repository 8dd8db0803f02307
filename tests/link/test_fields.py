"""Words of a field are those of its story."""

import pytest

from geo.errors import Problem
from geo.events.columns.frame import COLUMNS
from geo.link.fields import FIELDS, WordField
from geo.link.link import from_query


def test_each_row_names_a_column_of_the_events() -> None:
    strange = [name for name in FIELDS if name not in COLUMNS]
    assert not strange, f"rows of FIELDS that name no column of the events: {strange}"


def test_a_row_whose_words_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="'place': found no words in the vocabulary, wanted"):
        WordField("place", "place", "Place", example="Lau")
    with pytest.raises(ValueError, match="'place': found no example, wanted a word of a record"):
        WordField("place", "place", "Place", "record")
    assert WordField("place", "place", "Place", "record", "Lau").vocabulary == ()


def test_words_of_the_story_are_checked_where_they_are_known() -> None:
    link, left_out = from_query({"group": ["north", "mars"]}, {"group": {"north"}})
    assert link.filters.words == {"group": {"north"}}
    assert left_out == (Problem("group", "'mars'", "one of north"),)

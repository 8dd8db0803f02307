"""Words of a field are those of its story."""

from geo.events.columns.frame import COLUMNS
from geo.link.fields import FIELDS
from geo.link.link import from_query
from geo.link.query_reader import LeftOut


def test_each_row_names_a_column_of_the_events() -> None:
    strange = [name for name in FIELDS if name not in COLUMNS]
    assert not strange, f"rows of FIELDS that name no column of the events: {strange}"


def test_words_of_the_story_are_checked_where_they_are_known() -> None:
    link, left_out = from_query({"group": ["north", "mars"]}, {"group": {"north"}})
    assert link.filters.words == {"group": {"north"}}
    assert left_out == (LeftOut("group", "'mars'", "one of north"),)

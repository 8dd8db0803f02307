"""Which table of a file is read."""

import pytest

from geo.importing.files.event_table import choose_table
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import build_table

EVENTS = build_table("events", ["title", "date", "place"], [["A fire", "2023-05-03", "Aden"]])
CODES = build_table("codes", ["code", "meaning"], [["1", "fire"]])


def test_the_only_table_with_events_is_read_and_the_others_are_named() -> None:
    chosen = choose_table([CODES, EVENTS], "a.xlsx")
    assert chosen.name == "events"
    assert chosen.remarks == ("read is 'events'; not read: 'codes'",)


def test_of_two_tables_with_events_somebody_has_to_name_one() -> None:
    with pytest.raises(TableFileError, match=r"'events' \(1 row\).*--sheet"):
        choose_table([EVENTS, EVENTS], "a.xlsx")

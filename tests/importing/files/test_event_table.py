"""Which table of a file is read."""

import json

import pytest

from geo.importing.files.event_table import choose_table
from geo.importing.tables.any_file import FileOptions
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import build_table
from tests.importing.reading import import_text, refuse

EVENTS = build_table("events", ["title", "date", "place"], [["A fire", "2023-05-03", "Aden"]])
CODES = build_table("codes", ["code", "meaning"], [["1", "fire"]])


def test_the_only_table_with_events_is_read_and_the_others_are_named() -> None:
    chosen = choose_table([CODES, EVENTS], "a.xlsx")
    assert chosen.name == "events"
    assert chosen.remarks == ("read is 'events'; not read: 'codes'",)


def test_of_two_tables_with_events_somebody_has_to_name_one() -> None:
    with pytest.raises(TableFileError, match=r"'events' \(1 row\).*--sheet"):
        choose_table([EVENTS, EVENTS], "a.xlsx")


def test_two_lists_of_one_json_file_are_named_and_one_is_asked_for() -> None:
    records = [{"title": "A fire", "date": "2023-05-03"}]
    both = json.dumps({"may": records, "june": 3 * records})
    said = refuse(both, "a.json")
    assert said == "a.json: found 'may' (1 row), 'june' (3 rows); name one of them: --sheet"
    outcome = import_text(both, name="a.json", options=FileOptions(sheet="june"))
    assert len(outcome.table) == 3
    one = json.dumps({"codes": [{"code": 1}], "events": records})
    outcome = import_text(one, name="a.json")
    assert len(outcome.made) == 1
    assert "read is 'events'; not read: 'codes'" in outcome.remarks


def test_of_very_many_tables_some_are_named() -> None:
    days = {f"day {day}": [{"title": "A", "date": "2023-05-03"}] for day in range(30)}
    assert " and 10 more; name one of them" in refuse(json.dumps(days), "a.json")

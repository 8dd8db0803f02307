"""Claims, sources and casualties, back from the cells of tables that this project wrote."""

import csv
import io
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events import parse_events
from geo.importing.exports.claims import (
    add_claims,
    drop_claims_of,
    group_claims,
    read_claim_sources,
    read_exported_casualties,
)
from geo.importing.files.rejected import write_rejected
from geo.importing.outcome.checked import check_made, index_features
from geo.importing.outcome.outcome import Outcome
from geo.importing.tables.table import build_table
from tests.event_texts import collection, record

COLUMNS = (
    "event",
    "event_title",
    "id",
    "stance",
    "actor",
    "said_at",
    "said_at_precision",
    "summary",
    "source",
    "publisher",
    "url",
    "distance_km",
    "accuses",
)


def write_claim(event: str, identity: str, **cells: str) -> dict[str, str]:
    """Return the row of a good claim, with changed cells."""
    row = dict.fromkeys(COLUMNS, "") | {
        "event": event,
        "event_title": "Blast reported at a bridge",
        "id": identity,
        "stance": "asserts",
        "actor": "The governor",
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": f"Said {identity}.",
        "source": "s1",
    }
    return row | cells


def import_claims(rows: Sequence[Mapping[str, str]]) -> Outcome:
    """Return what a file of claims gives in a story of two events; its first row is row 1."""
    events = parse_events(collection(record("a"), record("b")), "events.geojson", "Europe/Moscow")
    cells = [list(row.values()) for row in rows]
    table = build_table("claims.csv", list(COLUMNS), cells)
    outcome = add_claims(table, index_features(events), "Europe/Moscow")
    check_made(outcome, "Europe/Moscow")
    return outcome


def read_rejected(outcome: Outcome) -> list[dict[str, str]]:
    """Return the rejected rows as a desk receives them."""
    return list(csv.DictReader(io.StringIO(write_rejected(outcome).decode("utf-8-sig"), "")))


def test_all_claims_of_a_rejected_event_come_back_with_what_is_wrong() -> None:
    rows = [
        write_claim("a", "c1"),
        write_claim("b", "c1"),
        write_claim("a", "c2", stance="shouts"),
        write_claim("a", "c3", said_at="soon"),
        write_claim("b", "c2"),
    ]
    outcome = import_claims(rows)
    assert [made.id for made in outcome.made] == ["b"]
    rejected = read_rejected(outcome)
    assert [{name: one[name] for name in COLUMNS} for one in rejected] == [rows[0], *rows[2:4]]
    assert [one["row (geo import)"] for one in rejected] == ["1", "3", "4"]
    first, second, third = (one["reason (geo import)"] for one in rejected)
    assert first == "event: found a mistake in row 3, wanted all claims of the event without one"
    assert second.startswith("stance: found 'shouts', wanted ")
    assert third.startswith("said_at: found 'soon', wanted ")


def test_a_list_of_the_accused_that_a_hand_has_damaged_accuses_nobody_else() -> None:
    outcome = import_claims([write_claim("a", "c1", accuses='["A; B","C]')])
    assert outcome.made == []
    [rejected] = read_rejected(outcome)
    assert rejected["accuses"] == '["A; B","C]'
    assert rejected["reason (geo import)"] == """accuses: found '["A; B","C]', wanted a list"""


def test_what_is_wrong_with_the_whole_event_is_said_in_each_of_its_rows() -> None:
    outcome = import_claims([write_claim("a", "c8"), write_claim("a", "c9")])
    reasons = [one["reason (geo import)"] for one in read_rejected(outcome)]
    assert len(reasons) == 2
    assert all(reason.startswith("killed.claim: found 'c1'") for reason in reasons)


def test_claims_that_came_back_replace_the_others_once_they_are_corrected() -> None:
    outcome = import_claims([write_claim("a", "c1"), write_claim("a", "c2", stance="shouts")])
    corrected = [
        {name: one[name] for name in COLUMNS} | {"stance": "asserts"}
        for one in read_rejected(outcome)
    ]
    [made] = import_claims(corrected).made
    members = made.feature["properties"]
    assert isinstance(members, dict)
    assert [claim["id"] for claim in members["claims"]] == ["c1", "c2"]


def test_a_claim_without_a_date_is_read() -> None:
    [made] = import_claims([write_claim("a", "c1", said_at="", said_at_precision="")]).made
    members = made.feature["properties"]
    assert isinstance(members, dict)
    assert [claim.get("said_at") for claim in members["claims"]] == [None]


ODD = ["", "soon", "many", "nan", "1e999", "http://[", "[", "2023-13-45", "\u0663", "a#c1"]


@given(
    column=st.sampled_from(COLUMNS),
    row=st.integers(0, 3),
    text=st.sampled_from(ODD) | st.text(max_size=9),
)
def test_whatever_a_cell_is_changed_to_each_row_is_read_or_rejected(
    column: str, row: int, text: str
) -> None:
    rows = [write_claim(event, f"c{n}") for event in ("a", "b") for n in (1, 2)]
    rows[row][column] = text
    outcome = import_claims(rows)
    given_back = {one["row (geo import)"] for one in read_rejected(outcome)}
    kept = {made.id for made in outcome.made}
    assert given_back == {
        str(number) for number, one in enumerate(rows, start=1) if one["event"] not in kept
    }


@pytest.mark.parametrize(
    ("cell", "summary"),
    [("'-5 degrees at night", "-5 degrees at night"), ("''=1", "'=1"), ("'Yes', he said", None)],
)
def test_a_text_is_read_as_it_was_before_its_csv_kept_it_from_being_a_formula(
    cell: str, summary: str | None
) -> None:
    row = write_claim("a", "c1", summary=cell, publisher="'+ News", url="http://news.example/1")
    # A CSV alone says in each row how many it should have, and it alone marks such texts.
    for more, wanted, publisher in (
        ({"record_rows": "1"}, summary or cell, "+ News"),
        ({}, cell, "'+ News"),
    ):
        cells = row | more
        table = build_table("claims", list(cells), [list(cells.values())])
        assert [one["summary"] for one in group_claims(table)["a"]] == [wanted]
        assert read_claim_sources(table)["a"]["s1"]["publisher"] == publisher


def test_the_claims_of_an_event_keep_their_order_and_their_lists() -> None:
    header = ["event", "id", "stance", "about", "also_about", "accuses", "distance_km", "reads_on"]
    rows = [
        ["b", "c2", "denies", "damage", "", "", "", "False"],
        ["a", "c1", "accuses", "damage, place", "b d", "north; south", "12.5", "True"],
        ["b", "c1", "asserts", "time", "", "", "", ""],
    ]
    claims = group_claims(build_table("claims", header, rows))
    assert [claim["id"] for claim in claims["b"]] == ["c2", "c1"]
    assert claims["a"] == [
        {
            "id": "c1",
            "stance": "accuses",
            "about": ["damage", "place"],
            "also_about": ["b", "d"],
            "accuses": ["north", "south"],
            "distance_km": 12.5,
            "reads_on": True,
        }
    ]


def test_a_source_is_that_of_the_claims_that_name_it() -> None:
    header = ["event", "source", "publisher", "url", "is_party"]
    rows = [["a", "s1", "A paper", "https://a.example", "1"], ["a", "", "B", "", ""]]
    assert read_claim_sources(build_table("claims", header, rows)) == {
        "a": {
            "s1": {
                "id": "s1",
                "publisher": "A paper",
                "title": None,
                "url": "https://a.example",
                "date": None,
                "origin": None,
                "is_party": True,
            }
        }
    }


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        ({}, None),
        ({"killed_best": "3.0"}, {"best": 3}),
        ({"killed_low": "0", "killed_claim": "c1"}, {"low": 0, "claim": "c1"}),
        ({"injured_best": "3"}, None),
    ],
)
def test_casualties_are_whole_numbers_or_none(
    cells: dict[str, str], counts: dict[str, object] | None
) -> None:
    assert read_exported_casualties(cells, "killed") == counts


def test_only_a_claim_of_another_event_stays_where_a_file_has_no_claims() -> None:
    members = {"killed": {"best": 1, "claim": "c1"}, "injured": {"claim": "other#c1"}, "title": "a"}
    drop_claims_of(members)
    assert members == {"killed": {"best": 1}, "injured": {"claim": "other#c1"}, "title": "a"}

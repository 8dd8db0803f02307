"""Exported tables that somebody has edited: each row is an event, or rejected by its cell."""

import csv
import io
import json
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cli.main import main
from geo.events import read_events
from geo.importing import Destination
from geo.importing.exports.tables import read_exported_tables
from geo.importing.files.import_file import import_file
from geo.importing.files.rejected import write_rejected
from geo.importing.files.request import Request
from geo.importing.tables.any_file import read_tables
from geo.importing.tables.table import Table
from geo.publishing.export import export_view
from geo.story.view import open_view
from tests.event_texts import record
from tests.shipped_record import open_shipped
from tests.story_folders import write_story

DESTINATION = Destination("Europe/Moscow")
ODD = [
    "",
    "many",
    "inf",
    "-inf",
    "nan",
    "1e999",
    "3.5",
    "0001-01-01T00:00:00+14:00",
    "true",
    "٣",
    "[",
]


@cache
def read_export(kind: str) -> list[Table]:
    return read_tables(export_view(open_shipped("q=bridge"), kind), f"export.{kind}")


def change_cell(table: Table, column: str, row: int, text: str) -> Table:
    """Return a table with another text in a cell."""
    cells = table.column(column)
    cells[row] = text
    place = table.columns.index(column)
    return Table(
        name=table.name,
        cells=table.cells.set_column(place, column, pa.array(cells, pa.string())),
        numbers=table.numbers,
        geometries=table.geometries,
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx", "gpkg", "kmz"])
@given(data=st.data())
def test_whatever_a_cell_is_changed_to_its_row_is_read_or_rejected(
    kind: str, data: st.DataObject
) -> None:
    tables = list(read_export(kind))
    at = data.draw(st.integers(0, len(tables) - 1))
    column = data.draw(st.sampled_from(tables[at].columns))
    row = data.draw(st.integers(0, len(tables[at]) - 1))
    text = data.draw(st.sampled_from(ODD) | st.text(max_size=9))
    tables[at] = change_cell(tables[at], column, row, text)
    outcome = read_exported_tables(tables, DESTINATION)
    assert outcome is not None
    rows = [one.row for one in outcome.made] + [one.row for one in outcome.rejected]
    assert sorted(rows) == sorted(outcome.table.numbers)


EDITS = [
    ("radius_m", "abc", "radius_m: found 'abc', wanted a number"),
    ("lat", "north", "geometry.coordinates[1]: found 'north', wanted a number"),
    ("lon", "", "geometry.coordinates[0]: found '', wanted a number"),
    ("killed_low", "inf", "killed.low: found 'inf', wanted a whole number"),
    ("killed_best", "3.5", "killed.best: found 3.5, wanted a whole number"),
    ("start", "soon", "start: found 'soon', wanted a date and time"),
    ("end", "0001-01-01T00:00:00+14:00", "end: found '0001-01-01T00:00:00+14:00', wanted"),
]


def edit_csv() -> tuple[bytes, list[dict[str, str]]]:
    """Return an export with an edit in each of its first rows, and its rows."""
    text = export_view(open_shipped("q=bridge"), "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    names = list(rows[0])
    for row, (column, found, _) in zip(rows, EDITS, strict=False):
        assert column in names
        row[column] = found
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(), rows


def test_an_edit_that_no_event_can_have_is_named_by_its_row_and_cell() -> None:
    content, rows = edit_csv()
    outcome = import_file(content, "edited.csv", DESTINATION, Request())
    reasons = [one.reason for one in outcome.rejected]
    assert [one.row for one in outcome.rejected] == [2, 3, 4, 5, 6, 7, 8]
    assert all(
        reason.startswith(wanted) for reason, (_, _, wanted) in zip(reasons, EDITS, strict=True)
    ), reasons
    assert len(outcome.made) == len(rows) - len(EDITS)


def test_a_rejected_row_keeps_every_cell_to_be_corrected() -> None:
    content, rows = edit_csv()
    outcome = import_file(content, "edited.csv", DESTINATION, Request())
    text = write_rejected(outcome).decode("utf-8-sig")
    kept = list(csv.DictReader(io.StringIO(text)))
    assert len(kept) == len(EDITS)
    for row, one in zip(rows, kept, strict=False):
        assert {name: one[name] for name in row} == row


@pytest.mark.parametrize("kind", ["geojson", "parquet"])
def test_an_edited_export_becomes_a_file_of_its_good_events(tmp_path: Path, kind: str) -> None:
    content, rows = edit_csv()
    (tmp_path / "edited.csv").write_bytes(content)
    out = tmp_path / f"events.{kind}"
    assert main(["import", str(tmp_path / "edited.csv"), "--out", str(out)]) == 1
    assert list(read_events(out, "UTC").events.index) == [row["id"] for row in rows[len(EDITS) :]]


def test_a_shape_that_no_longer_fits_its_degrees_rejects_its_row(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[45, 12], [47, 12]]}
    view = open_view(write_story(tmp_path, record("a", geometry=line), record("b", geometry=line)))
    table = read_tables(export_view(view, "csv"), "a.csv")[0]
    outcome = read_exported_tables([change_cell(table, "lon", 0, "46.5")], DESTINATION)
    assert outcome is not None
    assert [(one.row, one.column) for one in outcome.rejected] == [(2, "wkt")]
    assert [made.id for made in outcome.made] == ["b"]


def test_a_rejected_row_of_a_layer_comes_back_with_its_shape(tmp_path: Path) -> None:
    area = {"type": "Polygon", "coordinates": [[[45, 12], [46, 12], [46, 13], [45, 12]]]}
    view = open_view(write_story(tmp_path, record("a", geometry=area), record("b")))
    tables = read_tables(export_view(view, "gpkg"), "a.gpkg")
    events = next(at for at, one in enumerate(tables) if one.name == "events")
    tables[events] = change_cell(tables[events], "radius_m", 0, "wide")
    outcome = read_exported_tables(tables, DESTINATION)
    assert outcome is not None
    assert [made.id for made in outcome.made] == ["b"]
    content = write_rejected(outcome).replace(b"wide", b"90000")
    [made] = import_file(content, "a.rejected.csv", DESTINATION, Request()).made
    assert json.loads(json.dumps(made.feature["geometry"])) == area

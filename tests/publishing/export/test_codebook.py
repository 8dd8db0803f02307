"""The codebook of a file: every column that it has, what it means, and what its words mean."""

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

from geo.events.vocabulary import VOCABULARY
from geo.publishing.export import export_view
from geo.publishing.export.codebook import describe_column
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.story_folders import write_story

Row = tuple[str, str, str | None, str]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """A story with a word of its own."""
    folder = write_story(tmp_path_factory.mktemp("s"), record("a", event_type="raid"))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["event_types"] = [
        {"id": "raid", "label": "Raid", "meaning": "Men are said to have come."}
    ]
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    return open_view(folder)


def read_spreadsheet(view: View) -> tuple[list[Row], dict[str, list[str]]]:
    book = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx")))
    columns = {
        name: [str(cell.value).removesuffix(" (UTC)") for cell in next(book[name].iter_rows())]
        for name in ("events", "claims", "sources")
    }
    cells = book["codebook"].iter_rows(min_row=2, values_only=True)
    rows = [(str(a), str(b), None if c is None else str(c), str(d)) for a, b, c, d in cells]
    return rows, columns


def read_geopackage(view: View) -> tuple[list[Row], dict[str, list[str]]]:
    database = sqlite3.connect(":memory:")
    database.deserialize(export_view(view, "gpkg"))
    columns = {
        name: [
            row[1].replace("geom", "geometry")
            for row in database.execute(f"PRAGMA table_info({name})")
            if row[1] != "fid"
        ]
        for name in ("events", "claims", "sources")
    }
    query = 'SELECT "table", "column", word, meaning FROM codebook'
    return list(database.execute(query)), columns


@pytest.mark.parametrize("read", [read_spreadsheet, read_geopackage])
def test_every_column_and_word_of_a_table_is_explained(
    view: View, read: Callable[[View], tuple[list[Row], dict[str, list[str]]]]
) -> None:
    rows, columns = read(view)
    explained = {(table, column) for table, column, word, _ in rows if not word}
    assert explained == {(table, name) for table, names in columns.items() for name in names}
    assert all(meaning and meaning[-1] in ".!" for *_, meaning in rows)
    own = [meaning for _, column, word, meaning in rows if (column, word) == ("event_type", "raid")]
    assert own == ["Raid. Men are said to have come."]
    words = {
        word for table, column, word, _ in rows if (table, column) == ("events", "attribution")
    }
    assert words == {None, *VOCABULARY["attribution"]}


@pytest.mark.parametrize("read", [read_spreadsheet, read_geopackage])
def test_groups_and_sides_are_explained_with_who_is_a_party(
    tmp_path: Path, read: Callable[[View], tuple[list[Row], dict[str, list[str]]]]
) -> None:
    folder = write_story(tmp_path, record("a"))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["groups"] = [{"id": "bay", "label": "The bay"}]
    story["sides"] = [
        {"id": "navy", "label": "The navy", "party": True},
        {"id": "owners", "label": "Owners and crews"},
    ]
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    rows, _ = read(open_view(folder))
    words = {(table, column, word): meaning for table, column, word, meaning in rows}
    assert words["events", "group", "bay"].startswith("The bay. ")
    assert words["claims", "side", "navy"].startswith("The navy. A party")
    assert words["claims", "side", "owners"].startswith("Owners and crews. No party")
    assert {"other", "not_stated"} <= {word for *_, word in words}
    assert all("see below" not in meaning for meaning in words.values())


@pytest.mark.parametrize("lon", [0.5, 3.0])
def test_the_bounds_of_a_distance_are_as_the_codebook_says(lon: float, tmp_path: Path) -> None:
    """Half a degree inside a square of one degree, or two degrees outside it, on the equator."""
    place = {"type": "Point", "coordinates": [lon, 0.5]}
    folder = write_story(tmp_path, record("a", geometry=place, radius_m=1000))
    exported = export_view(open_view(folder), "parquet")
    [row] = parquet.read_table(io.BytesIO(exported)).to_pylist()
    signed = -row["distance_m"] if row["inside"] else row["distance_m"]
    assert row["low_m"] <= signed <= row["high_m"]
    assert row["high_m"] - row["low_m"] == pytest.approx(2000, abs=1)
    for column in ("low_m", "high_m"):
        meaning = describe_column("events", column)
        assert "signed distance" in meaning
        assert "minus distance_m inside" in meaning


def test_every_column_of_geoparquet_says_what_it_means(view: View, tmp_path: Path) -> None:
    path = export_view(view, "parquet", path=tmp_path / "events.parquet")
    for field in parquet.read_schema(path):
        assert field.metadata[b"description"].endswith(b"."), field.name

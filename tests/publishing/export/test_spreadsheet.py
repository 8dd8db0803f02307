"""Events as a spreadsheet of five sheets without formulas."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
import shapely

from geo.publishing.export import export_view
from geo.publishing.export.sheet_rows import write_rows
from geo.story.view import open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS, FREE_TEXTS, NASTY
from tests.story_folders import write_story

# Also what a spreadsheet's own XML would be taken for, and characters that no XML can hold.
MARKUP = ("<r><t>=1+1</t></r>", "<r><broken></r>", "<r>", "]]>", "a \ufffe b", "_x0041_")


def test_a_spreadsheet_holds_five_sheets_and_no_formula(tmp_path: Path) -> None:
    records = [record(f"e{n}", title=text) for n, text in enumerate(NASTY)]
    old = record("old", start="1850-05-03T02:27:00+00:00", end="1850-05-03T02:28:00+00:00")
    old["properties"]["tz"] = "UTC"
    records += [old]
    records += [record(f"m{n}", title=text) for n, text in enumerate(MARKUP)]
    view = open_view(write_story(tmp_path, *records))
    book = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx", address=ADDRESS)))
    assert book.sheetnames == ["events", "claims", "sources", "about", "codebook"]
    names, *rows = book["events"].iter_rows()
    titles = [row[2].value for row in rows]
    assert names[2].value == "title"
    # A sheet holds no zone.
    assert [name.value for name in names[3:7]] == [
        *("start (UTC)", "end (UTC)", "start_local", "end_local")
    ]
    assert titles[: len(NASTY)] == list(NASTY)
    assert titles[-len(MARKUP) :] == [
        text.replace("\ufffe", "\ufffd").replace("_x0041_", "_x005F_x0041_") for text in MARKUP
    ]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d", "b"}
    assert rows[0][3].value == pd.Timestamp("2023-05-02T23:27:00")
    assert rows[0][3].number_format == "yyyy-mm-dd hh:mm"
    assert rows[len(NASTY)][3].value == "1850-05-03T02:27:00"
    about = {what.value: text.value for what, text in book["about"].iter_rows()}
    assert about["border"] == "The square"
    assert about["link"] == f"{ADDRESS}?data={view.record.version}"
    assert len(list(book["claims"].iter_rows())) == 1 + len(records)


@pytest.mark.parametrize("text", NASTY)
def test_every_text_of_a_spreadsheet_stays_a_text(tmp_path: Path, text: str) -> None:
    texts = {path: f"{text} {path}" for path in FREE_TEXTS}
    view = open_view(write_story(tmp_path, record("a", **texts)))
    book = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx", address=ADDRESS)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert all(cell.hyperlink is None for cell in cells)
    assert set(texts.values()) <= {str(cell.value).replace("_x000D_", "\r") for cell in cells}


@pytest.mark.parametrize(("as_of", "year"), [("2023-06-01", 2023), ("last week", 1980)])
def test_a_spreadsheet_was_made_on_the_day_of_its_data(
    tmp_path: Path, as_of: str, year: int
) -> None:
    view = open_view(write_story(tmp_path, record(), as_of=as_of))
    book = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx")))
    created = book.properties.created
    assert created is not None
    assert created.year == year


def test_a_text_too_long_for_a_cell_is_cut_between_characters() -> None:
    # Each of these takes two of the 32,767 units of a cell.
    table = pd.DataFrame({"text": ["\U0001f30d" * 20_000, "\u00e9" * 31_000]})
    cut, whole = ElementTree.fromstring(b"<s>%b</s>" % write_rows(table, 2, 2)).itertext()
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert set(cut.removesuffix(" [cut: too long for a cell]")) == {"\U0001f30d"}
    assert whole == "\u00e9" * 31_000


def test_a_text_that_looks_like_an_escaped_character_stays_itself(tmp_path: Path) -> None:
    view = open_view(write_story(tmp_path, record("a", summary="a_x0041_x0042_")))
    content = export_view(view, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    # By ECMA-376, 22.9.2.19: an escaped underscore, and what follows it as it is.
    assert "a_x005F_x0041_x005F_x0042_" in sheet


def test_a_shape_too_long_for_a_cell_says_so_and_is_whole_elsewhere(tmp_path: Path) -> None:
    positions = [[10 + at / 1024, 20 + at % 2 / 1024] for at in range(3000)]
    line = {"type": "LineString", "coordinates": positions}
    view = open_view(write_story(tmp_path, record("a", geometry=line), record("b")))
    names, first, second = openpyxl.load_workbook(io.BytesIO(export_view(view, "xlsx")))[
        "events"
    ].iter_rows(values_only=True)
    at = names.index("wkt")
    assert first[at] == "[too long for a cell: take GeoJSON or GeoPackage]"
    assert second[at] is None
    [whole, point] = pd.read_csv(io.BytesIO(export_view(view, "csv")))["wkt"]
    assert shapely.get_coordinates(shapely.from_wkt(whole)).tolist() == positions
    assert pd.isna(point)

"""Which cells of a sheet are merged, of workbooks of two kinds."""

import io
import zipfile

from geo.importing.tables.any_file import read_tables
from tests.importing.reading import members_of
from tests.importing.tables.kinds import xlsx
from tests.importing.tables.merged_sheets import ODS_SPACES, ROWS, read


def test_blank_rows_within_a_merged_cell_stay_blank() -> None:
    rows: list[list[object]] = [*ROWS[:2], [None, None, None], ROWS[3]]
    outcome = read(xlsx(rows, "A2:A3"))
    assert [one.row for one in outcome.made] == [2, 4]
    assert outcome.waiting == []


def test_a_header_of_two_rows_is_read_by_its_lower_row() -> None:
    rows: list[list[object]] = [
        ["Date", "Title", "Coordinates", None],
        [None, None, "Lat", "Lon"],
        ["2023-05-03", "Smoke was reported", 12.5, 45.5],
    ]
    outcome = read(xlsx(rows, "A1:A2", "B1:B2", "C1:D1"))
    [made] = outcome.made
    assert made.feature["geometry"] == {"type": "Point", "coordinates": [45.5, 12.5]}
    assert outcome.waiting == []


def test_the_merged_cells_of_an_open_document_are_asked_too() -> None:
    def cell(text: str, spans: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="string"{spans}><text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    header = "".join(map(cell, ("Title", "Kind", "Date")))
    tall = cell("2023-05-03", ' table:number-rows-spanned="2" table:number-columns-spanned="1"')
    rows = (
        f"<table:table-row>{header}</table:table-row>"
        f"<table:table-row>{cell('One')}{cell('a')}{tall}</table:table-row>"
        f"<table:table-row>{cell('Two')}{cell('b')}<table:covered-table-cell/></table:table-row>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODS_SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="May">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    outcome = read(out.getvalue(), name="a.ods")
    assert [one.row for one in outcome.waiting] == [3]
    assert "C2:C3" in outcome.questions[0].text
    filled = read(out.getvalue(), "fill", name="a.ods")
    assert [one["when"] for one in members_of(filled).values()] == ["2023-05-03", "2023-05-03"]


def test_many_merged_cells_over_one_another_are_read_in_bounds() -> None:
    # As many as a sheet may name, each over all rows; openpyxl would not write them.
    rows = [["Title", "Date"], *([f"t{n}", "2023-05-03"] for n in range(500))]
    content = xlsx(rows)
    ranges = "".join(f'<mergeCell ref="A{n % 400 + 2}:B1048576"/>' for n in range(20_000))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                merged = f"</sheetData><mergeCells>{ranges}</mergeCells>"
                text = text.replace(b"</sheetData>", merged.encode())
            new.writestr(name, text)
    [table] = read_tables(out.getvalue(), "a.xlsx")
    assert len(table) == 500
    assert table.filled == {}

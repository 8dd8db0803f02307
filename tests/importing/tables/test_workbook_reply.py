"""A workbook that needs more memory than any table ends with a message."""

import io
import zipfile

from tests.importing.reading import refuse


def workbook_of(*cells: str) -> bytes:
    """Return a workbook with a word in each of these cells."""
    book, main = "http://schemas.openxmlformats.org", "spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = "".join(
        f'<row><c r="{cell}" t="inlineStr"><is><t>title</t></is></c></row>' for cell in cells
    )
    relation = (
        '<Relationship Id="r1" Type="{0}/officeDocument/2006/relationships/{1}" Target="{2}"/>'
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{book}/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{book}/package/2006/relationships">'
        f"{relation.format(book, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{book}/package/2006/relationships">'
        f"{relation.format(book, 'worksheet', 'worksheets/sheet1.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{book}/{main}" '
        f'xmlns:r="{book}/officeDocument/2006/relationships"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{book}/{main}"><sheetData>{rows}'
        "</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_a_workbook_of_two_cells_far_apart_ends_no_process() -> None:
    assert "no row" in refuse(workbook_of("A1", "A2"), "a.xlsx")
    assert "more memory" in refuse(workbook_of("A1", "XFD1048576"), "a.xlsx")

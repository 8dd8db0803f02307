"""Links, formulas and merged cells that a workbook holds beside its values."""

import io
import zipfile

import openpyxl
import pytest

from geo.importing.tables.hidden_cells import read_hidden_cells

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def write_xlsx(cells: dict[str, str], links: dict[str, str] | None = None) -> bytes:
    """Return a workbook of one sheet as a program that stores no results saves it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Events"
    for name, value in cells.items():
        sheet[name] = value
    for name, address in (links or {}).items():
        sheet[name].hyperlink = address
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_ods(rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        text = f'<t:doc xmlns:t="{TABLE}"><t:table t:name="Sheet">{rows}</t:table></t:doc>'
        archive.writestr("content.xml", text)
    return out.getvalue()


def test_the_address_of_a_formula_and_of_a_linked_cell_is_found() -> None:
    content = write_xlsx(
        {"A1": '=HYPERLINK("https://a.example/1","words")', "AB12": "words"},
        {"AB12": "https://a.example/2"},
    )
    hidden = read_hidden_cells(content)["Events"]
    assert hidden.links == {(0, 0): "https://a.example/1", (11, 27): "https://a.example/2"}
    assert hidden.unsaved == 0


def test_only_addresses_of_the_web_are_links() -> None:
    formula = '=HYPERLINK("https://a.example/1","words")'
    content = write_xlsx({"A1": formula, "A2": "x", "A3": "x"}, {"A2": "mailto:a@a.example"})
    assert read_hidden_cells(content)["Events"].links == {(0, 0): "https://a.example/1"}


@pytest.mark.parametrize(
    ("cells", "count"),
    [
        ({"A1": "3"}, 0),
        ({"A1": "=1+2", "A2": "=A1*2", "B1": "text"}, 2),
        ({"A1": '=HYPERLINK("https://a.example","a")', "A2": "=1+2"}, 1),
    ],
)
def test_formulas_without_a_stored_result_are_counted(cells: dict[str, str], count: int) -> None:
    assert read_hidden_cells(write_xlsx(cells))["Events"].unsaved == count


def test_merged_cells_of_an_ods_are_found_behind_what_is_repeated() -> None:
    rows = (
        '<t:table-row t:number-rows-repeated="3"><t:table-cell/></t:table-row>'
        '<t:table-row><t:table-cell t:number-columns-repeated="2"/>'
        '<t:table-cell t:number-rows-spanned="2" t:number-columns-spanned="4"/></t:table-row>'
        '<t:table-row><t:table-cell t:number-columns-spanned="x"/>'
        '<t:table-cell t:number-rows-spanned="3"/></t:table-row>'
    )
    assert read_hidden_cells(write_ods(rows))["Sheet"].merged == [(3, 2, 4, 5), (4, 1, 6, 1)]


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"a,b\n1,2\n", b"PK", b"PK\x03\x04 broken"),
        write_xlsx({"A1": "=1"})[:-40],
        write_ods("<t:number-rows-spanned"),
        write_ods('<!DOCTYPE x [<!ENTITY a "b">]>number-rows-spanned'),
    ],
    ids=range(7),
)
def test_what_is_not_a_workbook_hides_nothing(content: bytes) -> None:
    assert read_hidden_cells(content) == {}

"""Cells of a workbook as its reader sees them."""

import datetime
import io

import openpyxl

from tests.importing.reading import members_of
from tests.importing.tables.kinds import read


def test_cells_of_dates_times_and_links_of_a_workbook_are_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Incidents of May"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Title", "Date", "Time", "Source"])
    sheet.append(["One", datetime.date(2023, 5, 3), datetime.time(14, 30), "report"])
    sheet["D3"].hyperlink = "https://example.org/1"
    sheet.append(
        [
            "Two",
            datetime.datetime(2023, 5, 4, 2, 27),
            None,
            '=HYPERLINK("https://example.org/2","b")',
        ]
    )
    sheet.append(["Three", "=1+1", None, "a"])
    sheet.append(["Four", datetime.date(2023, 5, 6)])
    sheet.append(["Five", None, None, "a"])
    sheet.merge_cells("B6:B7")
    out = io.BytesIO()
    book.save(out)
    outcome = read("a.xlsx", out.getvalue())
    first, second, _ = members_of(outcome).values()
    assert (first["when"], first["sources"]) == ("2023-05-03T14:30", ["https://example.org/1"])
    assert "Source: report (https://example.org/1)" in first["note"]
    assert (second["when"], second["sources"]) == ("2023-05-04T02:27", ["https://example.org/2"])
    # A formula without a stored value is an empty cell: nothing computes it.
    assert [one.row for one in outcome.rejected] == [5]
    assert [one.row for one in outcome.waiting] == [7]
    remarks = list(outcome.remarks)
    assert "above the header, skipped: 'Incidents of May'" in remarks
    assert "merged cells count for their first cell only: A1:D1" in remarks
    # That of =HYPERLINK() is read from the formula; the other one holds nothing.
    assert any("without a stored result count as empty cells: 1;" in text for text in remarks)

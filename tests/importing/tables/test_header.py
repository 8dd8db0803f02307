"""The header is found below blank lines and titles."""

from tests.importing.reading import import_text, members_of
from tests.importing.tables.kinds import xlsx


def test_a_file_may_begin_with_blank_lines() -> None:
    assert [made.row for made in import_text("\n\nTitle,Date\nOne,2023-05-03\n").made] == [4]


def test_the_header_may_stand_below_titles() -> None:
    outcome = import_text("Our incidents\n\nTitle;Date\nOne;2023-05-03\n")
    assert "above the header, skipped: 'Our incidents'" in outcome.remarks
    assert [made.row for made in outcome.made] == [4]


def test_a_title_that_starts_like_a_total_is_an_event() -> None:
    rows = "Total blackout reported,2023-05-03,3\nSum of all fires,2023-05-04,1\n"
    outcome = import_text(f"Title,Date,Killed\n{rows}Grand total:,,4\n")
    assert [made.row for made in outcome.made] == [2, 3]
    assert "row 4: a total, skipped: 'Grand total: | 4'" in outcome.remarks


def test_only_rows_of_a_delimited_text_are_moved_by_a_cell_too_many() -> None:
    rows = [["Title", "Date"], ["One", "2023-05-03", "more"], ["Two", "2023-05-04"]]
    outcome = import_text(xlsx(rows), name="a.xlsx")
    assert [made.row for made in outcome.made] == [2, 3]
    assert members_of(outcome)[2]["note"] == "column C: more"

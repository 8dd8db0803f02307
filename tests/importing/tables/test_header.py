"""The header is found below blank lines and titles."""

from tests.importing.reading import members_of, read_text


def test_a_file_may_begin_with_blank_lines() -> None:
    assert [made.row for made in read_text("\n\nTitle,Date\nOne,2023-05-03\n").made] == [4]


def test_the_header_may_stand_below_titles_and_rows_may_be_longer_than_it() -> None:
    text = "Our incidents\n\nTitle;Date\nOne;2023-05-03;more;;and more\nTwo;2023-05-04\n"
    outcome = read_text(text)
    first, second = members_of(outcome).values()
    assert "above the header, skipped: 'Our incidents'" in outcome.remarks
    assert first["note"] == "column C: more\ncolumn E: and more"
    assert "note" not in second
    assert [made.row for made in outcome.made] == [4, 5]

"""The desk's note of an event."""

from geo.importing.rows.note import join_notes


def test_a_note_has_what_the_table_notes_first_and_no_empty_line() -> None:
    assert join_notes(["checked", ""], {"memo": "a", "tag": "b"}) == "checked\nmemo: a\ntag: b"
    assert join_notes([], {}) == ""

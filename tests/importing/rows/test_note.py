"""The desk's note of an event."""

from geo.importing.rows.note import write_note


def test_a_note_has_what_the_table_notes_first_and_no_empty_line() -> None:
    assert write_note(["checked", ""], {"memo": "a", "tag": "b"}) == "checked\nmemo: a\ntag: b"
    assert write_note([], {}) == ""

"""What is rejected is shown short, and with no character that a terminal obeys."""

from tests.events.bad_records import problem


def test_a_megabyte_of_text_is_rejected_and_shown_short() -> None:
    field, found, wanted = problem(title="я" * 1_000_000)
    assert (field, wanted) == ("title", "at most 400 characters")
    assert len(found) < 100
    assert found.endswith("(1,000,000 characters)")


def test_control_characters_of_the_file_are_shown_escaped() -> None:
    assert problem(kind="\x1b[2J\u202e[red]")[1] == "'\\x1b[2J\\u202e[red]'"

"""What is said of a story that a table was imported into."""

from tests.importing.desk import FIRST, SECOND, Desk


def test_what_becomes_of_the_events_is_counted_and_each_change_is_named(desk: Desk) -> None:
    header = "id,title,date\n"
    first = desk.bring(
        "a,A fire was reported,2023-05-03\n", "b,A blast,2023-05-04\n", header=header
    )
    assert "2 added, 0 updated, 0 unchanged, 0 in conflict" in first
    second = desk.bring("a,A fire was seen,2023-05-03\n", header=header)
    assert "  updated: a (row 2)" in second
    assert "  no longer in the table, left in the story: b" in second


def test_accusations_of_a_table_are_for_the_desk_to_finish(desk: Desk) -> None:
    header = "id,title,date,who is blamed\n"
    said = desk.bring("a,A fire was reported,2023-05-03,rebels\n", header=header)
    assert "accusations for the desk to finish (1): a; nobody is named as their speaker" in said
    assert "accusations" not in desk.bring(FIRST, SECOND, name="other.csv")

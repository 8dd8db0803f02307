"""A table imported again is safe: it changes what has changed, and nothing that a desk has done."""

from geo.cli.main import main
from tests.importing.desk import FIRST, HEADER, SECOND, Desk

THIRD = "Smoke was seen,2023-05-05,12.79,45.05,third\n"


def test_a_changed_row_updates_its_own_event_and_says_so(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    before = desk.events
    printed = desk.bring(FIRST, SECOND.replace("2023-05-04", "2023-05-06"))
    assert "0 added, 1 updated, 1 unchanged, 0 in conflict" in printed
    assert f"updated: {before[1]['id']} (row 3)" in printed
    assert [one["id"] for one in desk.events] == [one["id"] for one in before]
    assert desk.events[1]["properties"]["when"] == "2023-05-06"


def test_rows_in_another_order_with_one_more_add_only_that(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    before = desk.events
    printed = desk.bring(THIRD, SECOND, FIRST)
    assert "1 added, 0 updated, 2 unchanged" in printed
    assert desk.events[:2] == before


def test_a_vanished_row_is_reported_and_never_deleted(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    gone = desk.events[1]["id"]
    printed = desk.bring(FIRST)
    assert f"no longer in the table, left in the story: {gone}" in printed
    assert len(desk.events) == 2


def test_what_the_desk_has_edited_is_not_overwritten_but_shown_as_a_conflict(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    desk.edit(lambda events: events[0]["properties"].update(title="Corrected by the desk"))
    printed = desk.bring(FIRST, SECOND)
    assert "0 added, 0 updated, 2 unchanged, 0 in conflict" in printed
    printed = desk.bring(FIRST.replace("12.77", "12.71"), SECOND)
    assert "0 added, 0 updated, 1 unchanged, 1 in conflict" in printed
    assert "the desk has changed title since; the row has changed too" in printed
    assert desk.status == 1
    assert desk.events[0]["properties"]["title"] == "Corrected by the desk"
    assert desk.events[0]["geometry"]["coordinates"] == [45.03, 12.77]
    # It stays a conflict until somebody settles it.
    assert "1 in conflict" in desk.bring(FIRST.replace("12.77", "12.71"), SECOND)


def test_what_the_desk_has_removed_stays_out(desk: Desk) -> None:
    desk.bring(FIRST, SECOND)
    desk.edit(lambda events: events.pop(0))
    printed = desk.bring(FIRST, SECOND)
    assert "the desk has removed" in printed
    assert desk.titles == ["A blast was reported"]


def test_an_event_of_another_hand_with_the_same_id_is_a_conflict(desk: Desk) -> None:
    header = "id," + HEADER
    desk.bring("a," + FIRST, header=header)
    printed = desk.bring("a," + SECOND, header=header, name="other.csv")
    assert "1 in conflict" in printed
    assert "another hand wrote; give the row another id if it is another event" in printed
    assert desk.titles == ["A fire was reported"]


def test_the_same_row_twice_is_two_events_where_that_is_said_and_stays_two(desk: Desk) -> None:
    assert "1 added" in desk.bring(FIRST, FIRST)
    (desk.folder / "answers.json").write_text('{"repeated": "each"}', "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "answers.json"]
    assert main(arguments) == 0
    assert "1 added, 0 updated, 1 unchanged" in desk.capsys.readouterr().out
    printed = desk.bring(FIRST, FIRST)
    assert "0 added, 0 updated, 2 unchanged" in printed
    assert len({one["id"] for one in desk.events}) == 2

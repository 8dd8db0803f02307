"""What one column says about how its dates are written."""

from tests.importing.reading import import_text, members_of


def test_a_column_is_decided_by_a_row_that_can_be_one_thing_only() -> None:
    outcome = import_text("title,date\na,03/05/2023\nb,31/05/2023\n")
    assert [one["when"] for one in members_of(outcome).values()] == ["2023-05-03", "2023-05-31"]
    remark = "column 'date': the day is first; row 3, '31/05/2023', can only be so"
    assert remark in outcome.remarks

"""What one column says about how its dates are written."""

from tests.importing.reading import members_of, read_text


def test_a_column_is_decided_by_a_row_that_can_be_one_thing_only() -> None:
    outcome = read_text("title,date\na,03/05/2023\nb,31/05/2023\n")
    assert [one["when"] for one in members_of(outcome).values()] == ["2023-05-03", "2023-05-31"]
    remark = "column 'date': the day is first; row 3, '31/05/2023', can only be so"
    assert remark in outcome.remarks


def test_midnight_everywhere_is_not_a_time_of_day_and_elsewhere_a_question() -> None:
    everywhere = read_text("title,date\na,2023-05-03 00:00:00\nb,2023-05-04 00:00:00\n")
    assert [one["when"] for one in members_of(everywhere).values()] == ["2023-05-03", "2023-05-04"]
    text = "title,date\na,2023-05-03 00:00:00\nb,2023-05-04 14:30:00\n"
    [question] = read_text(text).questions
    assert question.id == "midnight:date"
    for answer, when in (("unknown", "2023-05-03"), ("midnight", "2023-05-03T00:00")):
        first, _ = members_of(read_text(text, {"midnight:date": answer})).values()
        assert first["when"] == when

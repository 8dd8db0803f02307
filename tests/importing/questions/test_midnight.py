"""00:00 in a column: midnight, or a time that nobody entered."""

from tests.importing.reading import import_text, members_of


def test_midnight_everywhere_is_not_a_time_of_day_and_elsewhere_a_question() -> None:
    everywhere = import_text("title,date\na,2023-05-03 00:00:00\nb,2023-05-04 00:00:00\n")
    assert [one["when"] for one in members_of(everywhere).values()] == ["2023-05-03", "2023-05-04"]
    text = "title,date\na,2023-05-03 00:00:00\nb,2023-05-04 14:30:00\n"
    [question] = import_text(text).questions
    assert question.id == "midnight:date"
    for answer, when in (("unknown", "2023-05-03"), ("midnight", "2023-05-03T00:00")):
        first, _ = members_of(import_text(text, {"midnight:date": answer})).values()
        assert first["when"] == when


def test_midnight_in_a_column_of_times_is_a_question() -> None:
    text = "title,date,time\na,2023-05-03,00:00\nb,2023-05-04,noon\nc,2023-05-04,nothing\n"
    [question] = import_text(text).questions
    assert (question.id, question.rows) == ("midnight:time", (2,))
    for answer, when in (("unknown", "2023-05-03"), ("midnight", "2023-05-03T00:00")):
        first, *_ = members_of(import_text(text, {"midnight:time": answer})).values()
        assert first["when"] == when

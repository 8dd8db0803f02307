"""Answers in a file, which are to questions that the table has."""

import json

import pytest

from geo.cli.main import main
from geo.importing import Destination, Request, import_file
from geo.importing.outcome.report import describe_questions
from geo.importing.questions.answers import read_answers, write_answers
from tests.importing.desk import Desk
from tests.importing.reading import import_text

TEXT = "title,date,memo\nA fire,2023-05-03,first\nB fire,2023-02-30,=1+1\nC fire,03/05/2023,third\n"
TABLE = "Title,Date,Source person\nA fire,2023-05-03,A name\n"


def test_open_questions_are_a_file_that_is_filled_in_and_read_back() -> None:
    outcome = import_text(TEXT)
    content = write_answers(outcome.questions)
    assert read_answers(content) == {}
    filled = content.replace(b'"order:date": null', b'"order:date": "mdy"')
    assert read_answers(filled) == {"order:date": "mdy"}
    [line, *choices] = describe_questions(outcome)
    assert line.startswith("order:date: ")
    assert [one.split(":")[0].strip() for one in choices] == ["dmy", "mdy"]


@pytest.mark.parametrize("content", [b"[]", b'{"answers": 1}', b"", b"{"])
def test_anything_but_a_file_of_answers_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"answers|Expecting"):
        read_answers(content)


def test_answers_may_be_given_without_the_questions_and_with_a_mark_of_utf_8() -> None:
    assert read_answers(b'\xef\xbb\xbf{"a": "b", "c": "", "d": null, "e": 2023}') == {
        "a": "b",
        "e": "2023",
    }


def test_two_answers_to_one_question_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        read_answers(b'{"order:date": "mdy", "order:date": "dmy"}')


def test_answers_of_a_file_are_to_questions_of_its_table(desk: Desk) -> None:
    (desk.folder / "table.csv").write_text(TABLE, "utf-8")
    arguments = ["import", "table.csv", "--story", "fires", "--answers", "a.json"]
    for identity, said in {
        "order:Datum": "found no column 'Datum'",
        "ordr:Date": "wanted the id of a question (did you mean 'order'?)",
    }.items():
        (desk.folder / "a.json").write_text(json.dumps({identity: "dmy"}), "utf-8")
        assert main(arguments) == 1
        assert said in desk.capsys.readouterr().err
    assert desk.events == []
    (desk.folder / "a.json").write_text('{"order:Date": "dmy", "place:Anywhere": "unknown"}')
    assert main(arguments) == 0


def test_remembered_answers_may_be_of_a_column_that_is_gone() -> None:
    request = Request(answers={"order:Datum": "dmy"})
    assert (
        len(
            import_file(
                TABLE.encode(), "table.csv", request=request, destination=Destination()
            ).made
        )
        == 1
    )

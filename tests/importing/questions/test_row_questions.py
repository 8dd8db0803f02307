"""What cannot be known is asked, once for a column."""

from tests.importing.reading import import_text, only, read_sample
from tests.importing.untidy_sheet import ANSWERS, NAME, read_right

WITH_ORDER, WITHOUT_YEAR, AT_MIDNIGHT = {2, 20, 38}, {5, 6, 11, 23, 24, 29, 41}, {12, 34}


def test_what_cannot_be_known_is_asked_once_for_a_column() -> None:
    outcome = read_sample(NAME)
    assert [one.id for one in outcome.questions] == list(ANSWERS)
    waiting = {one.row for one in outcome.waiting}
    assert waiting == WITH_ORDER | WITHOUT_YEAR | AT_MIDNIGHT
    order = outcome.questions[0]
    assert set(order.rows) == WITH_ORDER
    assert "Row 9, '5/13/2023', can only be month first" in order.text
    assert "row 10, '13/5/23', can only be day first" in order.text
    made = {one.row for one in outcome.made}
    assert made == set(read_right()) - waiting


def test_a_place_that_is_a_link_is_asked_about_by_its_words() -> None:
    link = '"=HYPERLINK(""https://a.example/1"",""Suva"")"'
    text = f"title,date,place\nA fire,2023-05-03,{link}\n"
    [question] = import_text(text).questions
    assert question.id == "place:Suva"
    answered = only(import_text(text, {"place:Suva": question.choices[0].value}))
    assert answered["place_basis"] == "the name of the place, by a list of towns"

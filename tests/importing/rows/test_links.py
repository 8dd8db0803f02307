"""Cells that a spreadsheet shows as the words of a link."""

from tests.importing.reading import import_text, only


def test_the_words_of_a_link_are_the_headline_and_its_address_is_kept() -> None:
    link = '=HYPERLINK(""https://a.example/1"",""A fire was reported"")'
    outcome = import_text(f'title,date,place\n"{link}",2023-05-03,Nowhere\n')
    members = only(outcome)
    assert members["title"] == "A fire was reported"
    assert members["note"] == "title, its address: https://a.example/1"
    remark = "of =HYPERLINK() the words are read; its address is kept in the desk's note"
    assert outcome.remarks[remark] == [2]


def test_a_link_without_words_is_its_address() -> None:
    members = only(import_text('title,date\n"=HYPERLINK(""https://a.example/1"")",2023-05-03\n'))
    assert (members["title"], "note" in members) == ("https://a.example/1", False)

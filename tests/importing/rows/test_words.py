"""Words of the story in the cells of a row: none is taken for more than it says."""

from geo.events.vocabulary import Word
from geo.importing import Destination, import_file
from tests.importing.reading import import_text, members_of, only


def test_a_word_of_verification_is_kept_and_never_taken() -> None:
    text = (
        "title,date,verification,attribution,status\na,2023-05-03,verified,established,confirmed\n"
    )
    members = only(import_text(text))
    assert "verification" not in members
    assert "attribution" not in members
    assert "verification: verified" in members["note"]
    assert "status: confirmed" in members["note"]


def test_words_of_verification_that_doubt_are_taken_and_others_are_named() -> None:
    rows = "a,2023-05-03,Disputed\nb,2023-05-04,retracted\nc,2023-05-05,confirmed\n"
    outcome = import_text("title,date,verification\n" + rows)
    words = [one.get("verification") for one in members_of(outcome).values()]
    assert words == ["disputed", "retracted", None]
    remark = "column 'verification': no verification of the story, kept in the desk's note"
    assert outcome.remarks[remark] == [4]


def test_a_group_is_known_by_its_label() -> None:
    destination = Destination("Asia/Aden", groups={"north": Word("The North", "")}, stem="s")
    text = b"title,date,group\na,2023-05-03,the north\nb,2023-05-03,north\nc,2023-05-03,south\n"
    found = members_of(import_file(text, "t.csv", destination)).values()
    assert [one["group"] for one in found] == ["north", "north", "south"]


def test_words_that_are_not_a_type_of_event_are_kept_and_named() -> None:
    text = "Title,Date,Type\na,2023-05-03,Burning\nb,2023-05-04,Other\nc,2023-05-05,Brawl\n"
    outcome = import_text(text)
    remark = "column 'Type': no event type of the story, kept in the desk's note"
    assert outcome.remarks[remark] == [2, 4]
    found = members_of(outcome)
    assert found[2]["note"] == "Type: Burning"
    assert found[3]["event_type"] == "other"

"""The encoding of a text that does not name it."""

import pytest

from geo.importing.tables.encoding import find_encoding, is_encoded
from geo.importing.tables.limits import TableFileError

ENGLISH = "Title,Date\nA fire was reported,2023-05-03\n"
FRENCH = "Titre,Lieu\nUn incendie a été signalé à l'aube près du château,Orléans\n" * 3
RUSSIAN = "Название,Место\nСообщили о пожаре на складе над портом,Гавань\n" * 3
UKRAINIAN = "Назва,Місце\nПовідомили про пожежу, бачили її вогонь,Гавань\n" * 3


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, UKRAINIAN])
@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_known_and_never_guessed(text: str, name: str) -> None:
    found = find_encoding(text.encode(name))
    assert text.encode(name).decode(found.name) == text
    assert not found.is_guessed


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(name: str) -> None:
    assert find_encoding(ENGLISH.encode(name)) == (name, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [(FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (UKRAINIAN, "koi8-u")],
)
def test_an_old_encoding_is_guessed_by_its_letters_and_said_to_be(text: str, name: str) -> None:
    content = text.encode(name)
    found = find_encoding(content)
    assert content.decode(found.name) == text
    assert found.is_guessed


def test_what_somebody_named_is_taken_or_refused() -> None:
    content = FRENCH.encode("cp1252")
    assert find_encoding(content, "cp850") == ("cp850", False)
    with pytest.raises(TableFileError, match="found bytes that are not UTF-8"):
        find_encoding(content, "utf-8")


@pytest.mark.parametrize("name", ["nonsense", "rot13", "zip", "idna", "undefined", "x\0", "hex"])
def test_anything_but_an_encoding_of_texts_is_refused_by_its_name(name: str) -> None:
    wanted = r"wanted an encoding such as cp1252, cp1251 or utf-16"
    with pytest.raises(TableFileError, match=wanted) as refused:
        find_encoding(b"title,date\n", name)
    assert str(refused.value).startswith(f"found {name!r}")


def test_anything_but_text_is_refused() -> None:
    with pytest.raises(TableFileError, match="a file that is not text"):
        find_encoding(b"a\x00\x00\xff\x81\x00\x00b" * 50)


def test_a_letter_between_two_pieces_of_a_large_text_is_whole() -> None:
    assert is_encoded(b"a" * ((1 << 20) - 1) + "é".encode() + b"b", "utf-8")
    assert not is_encoded(b"a" * (1 << 20) + "é".encode()[:1], "utf-8")

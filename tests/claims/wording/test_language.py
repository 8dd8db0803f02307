"""Which language a text is in, and texts that cannot be read."""

import pytest

from geo.claims.wording.language import choose_language, detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was quiet.", "en"),
        ("Le port était calme dans la nuit.", "fr"),
        ("Порт и мост.", None),
        ("Это был порт.", "ru"),
        ("У порту було тихо, її не чули.", "uk"),
        ("Der Hafen und die Stadt", "de"),
        ("12:30", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_letters_and_short_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "stated", "problem"),
    [
        ("The harbour was quiet.", "en", ""),
        ("Harbour quiet", "en", ""),
        ("Harbour quiet", None, "text in a language that is not stated"),
        ("Der Hafen und die Stadt", None, "no word list for de"),
        ("The harbour was quiet.", "de", "no word list for de"),
        ("港は静かだった", None, "text in a language that is not stated"),
        ("港は静かだった", "en", "text in "),
        ("Порт был тих.", "en", "text in Cyrillic letters"),
        ("Le port était calme dans la nuit.", "en", "text that reads like fr"),
    ],
)
def test_what_cannot_be_read_is_never_approved(text: str, stated: str | None, problem: str) -> None:
    choice = choose_language(text, stated)
    assert choice.problem.startswith(problem)
    assert bool(choice.language) == (problem == "")

"""Which language a text is in, as far as its letters and its short words say."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.claims.wording.word_lists import list_languages, load_word_lists

# Letters that only one of the languages with the same script has.
_OWN_LETTERS = (("uk", "іїєґ"), ("ru", "ыэъё"), ("be", "ў"), ("sr", "ђјљњћџ"))


def find_script(text: str) -> str:
    """Return how Unicode names the letters that most of a text is in; "" without letters.

    >>> find_script("Брод, a town"), find_script("123")
    ('LATIN', '')
    """
    names = Counter(unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha())
    return names.most_common(1)[0][0] if names else ""


def detect_language(text: str) -> str | None:
    """Return the code of the language of a text; None if nothing in it says.

    >>> detect_language("The mayor said that it was quiet.")
    'en'
    >>> detect_language("Le maire n’a rien dit de la nuit.")
    'fr'
    >>> detect_language("Brightwater") is None
    True
    """
    lowered = text.casefold()
    if find_script(text) == "CYRILLIC":
        counts = {code: sum(lowered.count(one) for one in own) for code, own in _OWN_LETTERS}
    else:
        words = Counter(re.findall(r"\w+", lowered))
        counts = {
            code: sum(words[word] for word in common) for code, common in _common_words().items()
        }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


@dataclass(frozen=True)
class LanguageChoice:
    """Which word lists read a text.

    Attributes
    ----------
    language : str
        A code of `list_languages`; "" if none of them can read it.
    problem : str
        Why not. Silence would look like approval.
    is_misstated : bool
        Whether the text is not in the language that is stated for it.
    """

    language: str
    problem: str = ""
    is_misstated: bool = False


def choose_language(text: str, stated: str | None, around: str = "") -> LanguageChoice:
    """Return the language whose word lists read a text.

    Parameters
    ----------
    text : str
    stated : str or None
        The language that the briefing or its story states.
    around : str
        A longer text that the text is part of: its language counts where the text says nothing.

    Examples
    --------
    >>> choose_language("The mayor said so.", "de").problem
    'no word list for de: not checked'
    >>> choose_language("Мэр был дома.", "en").problem
    'text in Cyrillic letters, where the language stated is en: not checked'
    """
    lists = load_word_lists()
    stated = stated and stated.partition("-")[0]  # fr-CA is read as fr
    if stated and stated not in lists:
        return LanguageChoice("", f"no word list for {stated}: not checked")
    script = find_script(text)
    if stated:
        return _choose_stated(text, stated, script)
    found = detect_language(text) or detect_language(around)
    if found is None:
        known = ", ".join(list_languages())
        words = f"text in a language that is not stated: not checked (word lists: {known})"
        return LanguageChoice("", words)
    if found not in lists:
        return LanguageChoice("", f"no word list for {found}: not checked")
    if script and lists[found].script != script:
        return LanguageChoice("", f"no word list for {script.title()} letters: not checked")
    return LanguageChoice(found)


def _choose_stated(text: str, stated: str, script: str) -> LanguageChoice:
    there = f"where the language stated is {stated}: not checked"
    if script and script != load_word_lists()[stated].script:
        return LanguageChoice("", f"text in {script.title()} letters, {there}", is_misstated=True)
    found = detect_language(text)
    if found not in (None, stated) and _reads_otherwise(text, stated):
        return LanguageChoice("", f"text that reads like {found}, {there}", is_misstated=True)
    return LanguageChoice(stated)


def _reads_otherwise(text: str, stated: str) -> bool:
    """Return whether a text has short words of another language and none of the one stated."""
    own = set(load_word_lists()[stated].common)
    return not own & set(re.findall(r"\w+", text.casefold()))


@cache
def _common_words() -> Mapping[str, tuple[str, ...]]:
    others = json.loads(Path(__file__).with_name("common_words.json").read_text("utf-8"))
    own = {
        code: lists.common for code, lists in load_word_lists().items() if lists.script == "LATIN"
    }
    return {**own, **{code: tuple(words) for code, words in others.items()}}

"""The words of dates in six languages: months and weekdays by dateparser's lists, the rest ours."""

import json
import re
from functools import cache
from pathlib import Path

from dateparser.data.date_translation_data import de, en, es, fr, ru, uk

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Forms that the lists lack: of the ablative and locative, and short ones.
_FURTHER = {
    "january": ["январе", "січні", "jänner", "enero"],
    "february": ["феврале", "лютому", "lutego", "feber", "fév", "févr"],
    "march": ["марте", "березні", "märz", "maerz", "mrz", "березень", "березня"],
    "april": ["апреле", "квітні", "avr", "avril"],
    "may": ["мае", "травні"],
    "june": ["июне", "червні", "juin"],
    "july": ["июле", "липні", "juil"],
    "august": ["августе", "серпні", "août", "aout"],
    "september": ["сентябре", "вересні"],
    "october": ["октябре", "жовтні", "okt"],
    "november": ["ноябре", "листопаді"],
    "december": ["декабре", "грудні", "dez", "déc", "dic"],
}
_FOLDER = Path(__file__).parent


def _load(name: str) -> list[str]:
    return [word for language in (en, fr, ru, uk, de, es) for word in language.info.get(name, ())]


@cache
def list_months() -> dict[str, int]:
    """Return the number of each month by its names, from 1, in lower-case letters."""
    return {
        word.casefold().strip("."): number
        for number, name in enumerate(_MONTHS, start=1)
        for word in (*_load(name), *_FURTHER.get(name, ()))
        if not word.isdigit()
    }


@cache
def list_weekdays() -> dict[str, int]:
    """Return the number of each weekday by its names, Monday 0; none is the name of a month."""
    months = list_months()
    return {
        word.casefold().strip("."): number
        for number, name in enumerate(_DAYS)
        for word in _load(name)
        if word.casefold() not in months and len(word) > 1
    }


@cache
def _list_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = json.loads((_FOLDER / "dates.json").read_text("utf-8"))
    return words


@cache
def compile_words(kind: str) -> str:
    """Return a pattern of the words of a kind, the longest first."""
    words = sorted(_list_words()[kind], key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, words)) + ")"


@cache
def list_parts() -> dict[str, tuple[str, int, int]]:
    """Return name, first and last minute (not included) of each part of the day, by its words."""
    parts = json.loads((_FOLDER / "parts_of_day.json").read_text("utf-8"))
    return {
        word: (name, _count_minutes(part["from"]), _count_minutes(part["to"]))
        for name, part in parts.items()
        for word in part["words"]
    }


def _count_minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)

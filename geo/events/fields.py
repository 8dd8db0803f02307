"""The kinds of field that an event has, and the words in which a message asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from geo.events.suggestion import suggest
from geo.events.vocabulary import VOCABULARY, Word

# Part of pydantic's path for a choice of words; left out of the path of a member.
SHARED, OWN = "word every story has", "word of the story"
INSTANT_WANTED = (
    "a date and time of the years 1000 to 2999 with its offset, such as 2023-11-19T14:05:00+03:00"
)
# Unix seconds, dates without a time, and fractions that would be cut off are not let through.
_INSTANT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"
    r"(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
)

# What a text must look like, each with the words in which a message asks for it.
ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
CLAIM_ELSEWHERE = r"^[A-Za-z0-9][A-Za-z0-9._-]*(#[A-Za-z0-9][A-Za-z0-9._-]*)?$"
# Invisible characters that programs still read. They are not escaped here, since readers of
# patterns, including JSON Schema, differ in how they escape those beyond U+FFFF.
_HIDDEN = "\U000e0000-\U000e007f"
# Characters that show nothing on their own: joiners, fillers and variation selectors.
_BLANK = (
    r"\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0" + "\U000e0100-\U000e01ef"
)
_NEVER = rf"\x00{_HIDDEN}"
VISIBLE_TEXT = rf"^[^{_NEVER}]*[^{_NEVER}{_BLANK}][^{_NEVER}]*$"
# Control characters and line breaks, which no line of text holds, and those that turn the
# direction of everything after them.
_CONTROL = rf"\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069{_HIDDEN}"
ONE_LINE = rf"^[^{_CONTROL}]*$"
LINE = rf"^[^{_CONTROL}]*[^{_CONTROL}{_BLANK}][^{_CONTROL}]*$"
# Without a user's name before the host, which would look like a host.
_LINK = rf"^[hH][tT][tT][pP][sS]?://[^\s/?#\\@{_CONTROL}]+([/?#][^\s{_CONTROL}]*)?$"
ONE_LINE_WANTED = "one line without control, direction or hidden characters"
_DAY = (
    r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$"
)
_DAY_WANTED = (
    "a date of the years 1000 to 2999 (YYYY, YYYY-MM or YYYY-MM-DD), or a date and time with offset"
)
PATTERNS = {
    ID: "text of up to 100 letters a to z, digits, '.', '_' or '-', a letter or digit first",
    CLAIM_ELSEWHERE: "the id of a claim, or event#claim for one of another event",
    VISIBLE_TEXT: "text that is not blank and has no NUL or hidden character",
    ONE_LINE: ONE_LINE_WANTED,
    LINE: f"text that is not blank, {ONE_LINE_WANTED}",
    _LINK: "a link that begins with http:// or https://, without spaces or a user name",
    _DAY: _DAY_WANTED,
}


@dataclass(frozen=True)
class WordOf:
    """Mark a text as one word of a field of the vocabulary.

    The context of a validation may be the `Vocabulary` of a story, which has more words.
    """

    field: str

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # Python is only asked about a word that not every story has: there are millions to read.
        return core_schema.union_schema(
            [
                (core_schema.literal_schema(list(VOCABULARY[self.field])), SHARED),
                (core_schema.with_info_plain_validator_function(self._check_own), OWN),
            ],
            mode="left_to_right",
        )

    def _check_own(self, word: object, info: ValidationInfo) -> object:
        vocabulary = info.context or VOCABULARY
        if isinstance(word, str) and word in vocabulary[self.field]:
            return word
        wanted = vocabulary.describe_wanted(self.field, word)
        raise PydanticCustomError("wanted", "{wanted}", {"wanted": wanted})

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "oneOf": list_choices(VOCABULARY[self.field])}


def list_choices(words: Mapping[str, Word]) -> list[dict[str, str]]:
    """Return words as the choices of a JSON Schema."""
    return [
        {"const": name, "title": word.label, "description": word.meaning}
        for name, word in words.items()
    ]


@dataclass(frozen=True)
class Instant:
    """Mark a datetime as an instant: ISO 8601 with an offset, years 1000 to 2999 in UTC."""

    def __get_pydantic_core_schema__(
        self, source: type[datetime], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def build_aware(strict: bool) -> CoreSchema:
            return core_schema.datetime_schema(
                strict=strict,
                tz_constraint="aware",
                ge=datetime(1000, 1, 1, tzinfo=UTC),
                lt=datetime(3000, 1, 1, tzinfo=UTC),
            )

        text = core_schema.str_schema(strict=True, max_length=40, pattern=_INSTANT)
        return core_schema.json_or_python_schema(
            json_schema=core_schema.chain_schema([text, build_aware(strict=False)]),
            python_schema=build_aware(strict=True),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "date-time", "pattern": _INSTANT}


@cache
def list_zones() -> frozenset[str]:
    """Return the names of all time zones."""
    return frozenset(available_timezones())


def suggest_zone(name: str) -> str:
    """Return which time zone was probably meant, for the end of a message; "" if none is near.

    >>> suggest_zone("Europe/Osl"), suggest_zone("oslo"), suggest_zone("Mars")
    (" (did you mean 'Europe/Oslo'?)", " (did you mean 'Europe/Oslo'?)", '')
    """
    # A file may name thousands of zones that are none: each is compared with a few only.
    return suggest(name, _group_zones().get(_name_place(name)[:2].casefold(), ()))


@cache
def _group_zones() -> dict[str, list[str]]:
    """Return the zones by the first two letters of the place, those of few parts first."""
    grouped: dict[str, list[str]] = {}
    for zone in sorted(list_zones(), key=lambda zone: (zone.count("/"), zone)):
        grouped.setdefault(_name_place(zone)[:2].casefold(), []).append(zone)
    return grouped


def _name_place(zone: str) -> str:
    return zone.rpartition("/")[2]


def _check_zone(name: str) -> str:
    if name not in list_zones():
        wanted = f"a time zone of the IANA list, such as Europe/Paris{suggest_zone(name)}"
        raise PydanticCustomError("wanted", "{wanted}", {"wanted": wanted})
    return name


# Thousands of statements share a few hundred days.
@lru_cache(maxsize=10_000)
def _check_date(text: str) -> str:
    try:
        if len(text) <= 7:
            date.fromisoformat(f"{text}-01-01"[:10])
        else:
            datetime.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("wanted", "{wanted}", {"wanted": _DAY_WANTED}) from None
    return text


def _drop_fraction(number: float) -> int | float:
    # 5000 must not come back as 5000.0.
    return int(number) if number.is_integer() else number


Id = Annotated[str, Field(max_length=100, pattern=ID)]
ClaimId = Annotated[str, Field(max_length=201, pattern=CLAIM_ELSEWHERE)]
Line = Annotated[str, Field(max_length=400, pattern=LINE)]
OneLine = Annotated[str, Field(max_length=1000, pattern=ONE_LINE)]
"""A line of text that may be empty."""
ShownLine = Annotated[str, Field(min_length=1, max_length=1000, pattern=LINE)]
"""A line of text that shows something."""
Prose = Annotated[str, Field(max_length=4000, pattern=VISIBLE_TEXT)]
MOST_NOTE = 100_000
"""Characters: what an import cannot put anywhere else is kept whole in the note."""
Note = Annotated[str, Field(max_length=MOST_NOTE, pattern=VISIBLE_TEXT)]
WebAddress = Annotated[str, Field(max_length=2000, pattern=_LINK)]
DateText = Annotated[str, Field(max_length=40, pattern=_DAY), AfterValidator(_check_date)]
ZoneName = Annotated[str, Field(max_length=100), AfterValidator(_check_zone)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
# Nothing on Earth is farther away than half its girth.
Metres = Annotated[
    float,
    Field(gt=0, le=20_037_508, allow_inf_nan=False),
    PlainSerializer(_drop_fraction, return_type=int | float),
]
Kilometres = Annotated[
    float,
    Field(ge=0, le=20_038, allow_inf_nan=False),
    PlainSerializer(_drop_fraction, return_type=int | float),
]

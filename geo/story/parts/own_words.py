"""A story's own words: what it adds to the word lists that every story has."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from geo.errors import quote
from geo.events.vocabulary import VOCABULARY, Vocabulary, Word
from geo.story.files.problems import WORD

MOST_WORDS, MOST_LABEL, MOST_MEANING = 50, 60, 300
# They reorder the characters around them, or break a line that others quote.
_DIRECTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def _check_text(text: str) -> str:
    """Refuse text that shows nothing, or shows what is beside it in another way."""
    for character in text:
        if character in _DIRECTING or unicodedata.category(character) in ("Cc", "Cs"):
            name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
            raise ValueError(f"found the invisible character {name!r}, wanted text without it")
    if all(unicodedata.category(each)[0] in "ZCM" for each in text):
        raise ValueError(f"found {quote(text)}, wanted letters that can be seen")
    return text


class OwnWord(BaseModel):
    """A word of the story's own: its id in the record, its label, and what it means in a sentence.

    The label names a kind, never who did something or that it is true: "Blockade", with the
    meaning "A port is said to have been closed to ships."
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=WORD, max_length=60)]
    label: Annotated[str, Field(max_length=MOST_LABEL), AfterValidator(_check_text)]
    meaning: Annotated[str, Field(max_length=MOST_MEANING), AfterValidator(_check_text)]


@dataclass(frozen=True)
class Extends:
    """Mark a list of `OwnWord` in a story as more words for a field of the vocabulary."""

    field: str

    def __get_pydantic_core_schema__(
        self, source: type[tuple[OwnWord, ...]], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        more = f"words that {self.field} may have in this story, beside those of every story"
        return {**handler(schema), "description": more}

    def _check(self, words: tuple[OwnWord, ...]) -> tuple[OwnWord, ...]:
        """Refuse words that could be taken for one another."""
        shared = VOCABULARY[self.field]
        ids: set[str] = set()
        labels = {_fold(word.label): name for name, word in shared.items()}
        for word in words:
            if word.id in ids:
                raise ValueError(f"found {word.id} more than once, wanted each id once")
            ids.add(word.id)
            if word.id in shared:
                _check_same(word, shared[word.id])
                continue
            other = labels.setdefault(_fold(word.label), word.id)
            if other != word.id:
                found = f"the label {quote(word.label)} for {word.id} and for {other}"
                raise ValueError(f"found {found}, wanted each label once")
        return words


OwnWords = Annotated[tuple[OwnWord, ...], Field(max_length=MOST_WORDS)]


def _check_same(word: OwnWord, shared: Word) -> None:
    """Refuse another meaning for a word that every story has: events stay comparable."""
    if (word.label, word.meaning) != (shared.label, shared.meaning):
        found = f"{word.id}, which every story has as {quote(shared.label)}"
        raise ValueError(f"found {found}, wanted another id, or no entry: it can be used as it is")


def _fold(label: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", label).casefold().split())


def extend_vocabulary(fields: dict[str, FieldInfo], story: BaseModel) -> Vocabulary:
    """Return the words that every story has with those that a story declares.

    Parameters
    ----------
    fields : dict
        Of the story's model; those marked with `Extends` hold own words.
    story : BaseModel
    """
    marked: Iterable[tuple[str, object]] = chain.from_iterable(
        ((name, mark) for mark in one.metadata) for name, one in fields.items()
    )
    members = {mark.field: name for name, mark in marked if isinstance(mark, Extends)}
    own = {
        field: {
            word.id: Word(word.label, word.meaning)
            for word in getattr(story, member)
            if word.id not in VOCABULARY[field]
        }
        for field, member in members.items()
    }
    return VOCABULARY.extend(own, members)

"""The fields of an event in which a reader picks words: a row each, and nothing else to change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from geo.events.vocabulary import VOCABULARY

# Fields that the map has colours for.
ColourField = Literal["group", "event_type"]
COLOURS: tuple[ColourField, ...] = get_args(ColourField)


@dataclass(frozen=True)
class WordField:
    """A field in which a reader picks words.

    Attributes
    ----------
    column : str
        Of the events frame.
    parameter : str
        Of the link; short, as people read and type it.
    title : str
        What readers see, in the panel, in tables and in lower case in sentences.
    words_from : {"vocabulary", "record", "story"}
        Which words it may have: those of the vocabulary, with what the story adds to it; those
        found in the record; or those found in the record, with the labels of the story.
    example : str
        For the documentation, where no vocabulary has one.

    Raises
    ------
    ValueError
        If no vocabulary has words of the column although they are to come from there, or an
        example is missing.

    Examples
    --------
    >>> WordField("place", "place", "Place")
    Traceback (most recent call last):
    ValueError: field 'place': found no words in the vocabulary, wanted "record" and an example
    """

    column: str
    parameter: str
    title: str
    words_from: Literal["vocabulary", "record", "story"] = "vocabulary"
    example: str = ""

    def __post_init__(self) -> None:
        if self.words_from == "vocabulary" and not self.vocabulary:
            found, wanted = "no words in the vocabulary", '"record" and an example'
        elif self.words_from != "vocabulary" and not self.example:
            found, wanted = "no example", "a word of a record"
        else:
            return
        raise ValueError(f"field {self.column!r}: found {found}, wanted {wanted}")

    @property
    def vocabulary(self) -> Collection[str]:
        """The words that every story has; none if the record brings them."""
        return VOCABULARY.get(self.column, ()) if self.words_from == "vocabulary" else ()


# Read at each use, in this order: link, panel, API, command line and tables follow.
FIELDS: Mapping[str, WordField] = {
    field.column: field
    for field in (
        WordField("group", "group", "Group", "story", "coast"),
        WordField("event_type", "type", "Type of event"),
        WordField("target_type", "target", "Target"),
        WordField("verification", "verification", "Verification"),
        WordField("attribution", "attribution", "Attribution"),
        WordField("region", "region", "Region", "record", "Lau"),
    )
}


def categorise_words(events: pd.DataFrame) -> pd.DataFrame:
    """Return the fields in which a reader picks words, as categories."""
    return pd.DataFrame({name: events[name].astype("category") for name in FIELDS})


def find_column(parameter: str) -> str:
    """Return the column that a parameter of the link picks words of.

    Raises
    ------
    ValueError
        If there is none.

    Examples
    --------
    >>> find_column("type")
    'event_type'
    """
    for field in FIELDS.values():
        if field.parameter == parameter:
            return field.column
    raise ValueError(parameter)


def find_parameter(column: str) -> str:
    """Return the parameter of the link that picks words of a column."""
    return FIELDS[column].parameter

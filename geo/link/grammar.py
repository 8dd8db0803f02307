"""The grammar of a link as data, for a reader of links in another language."""

from typing import TypedDict

from geo.link.link import Link, write_texts
from geo.link.parameter import LONGEST, KnownWords
from geo.link.parameters import FOREIGN, list_parameters
from geo.link.pasted import list_tracking
from geo.times import Range


class ParameterRow(TypedDict):
    """One parameter: its name, which texts there are, how they are read, what they are by default.

    `kind` is the name of a `Kind`. `words` are the only texts that there are, None for any.
    """

    name: str
    kind: str
    pattern: str
    words: list[str] | None
    repeated: bool
    filters: bool
    figures: bool
    default: list[str]


class Grammar(TypedDict):
    """What geo/publishing/site/explorer/link.js reads links by."""

    parameters: list[ParameterRow]
    whole: tuple[str, str]
    foreign: list[str]
    tracking: list[str]
    tracking_starts: list[str]
    most_characters: int
    groups: list[str] | None
    versions: list[str] | None


def build_grammar(known_words: KnownWords, whole: Range) -> Grammar:
    """Return the grammar of links to a record.

    Parameters
    ----------
    known_words : mapping
        Words that a parameter may have, as for `geo.link.link.from_query`.
    whole : Range
        The days of the record: they replace an end of the range that is not given.
    """
    names, starts = list_tracking()
    groups, versions = known_words.get("group"), known_words.get("version")
    return {
        "parameters": [
            {
                "name": row.name,
                "kind": row.kind.name,
                "pattern": row.pattern,
                "words": None if (words := row.words(known_words)) is None else sorted(words),
                "repeated": row.repeated,
                "filters": row.chooses_events,
                "figures": row.chooses_figures,
                "default": write_texts(Link(), row),
            }
            for row in list_parameters()
        ],
        "whole": (f"{whole.start:%Y-%m-%dT%H:%M}", f"{whole.end:%Y-%m-%dT%H:%M}"),
        "foreign": sorted(FOREIGN),
        "tracking": names,
        "tracking_starts": starts,
        "most_characters": LONGEST,
        "groups": None if groups is None else sorted(groups),
        "versions": None if versions is None else sorted(versions),
    }

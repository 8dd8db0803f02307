"""A correction as a sentence: what was added, removed or changed, never by the path of a field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from geo.story.corrections.correction import Correction
from geo.story.member_words.names import (
    CLAIM_NAMES,
    EVENT_NAMES,
    SOURCE_NAMES,
    add_article,
    name_member,
)
from geo.story.member_words.values import ValueWords, describe_value, name_parts
from geo.story.story_file import Story
from geo.story.versions.fingerprints import NOT_COMPARED
from geo.times import describe_date

_PARTS = {"claims": ("statement", CLAIM_NAMES), "sources": ("source", SOURCE_NAMES)}
# Their values are labels of the file, which say nothing to a reader, or what the desk keeps.
_INTERNAL = frozenset({"incident", "origin", "id", "record"}) | NOT_COMPARED
# A list as a whole: how many it has, or their ids.
_LISTS = frozenset({"claims", "sources"})
# Names of an event without a title here: the record once had it (`list_former`), or nobody knows.
GONE = "An event that is no longer in the record"
ABSENT = "An event that is not in this record"
_STATEMENT = re.compile(r"\b(?:statement )?(c\d+)\b")
# A date, or the id of an event that ends in one.
_DATED = re.compile(r"\b(?:[a-z][a-z0-9-]*-)?\d{4}-\d\d-\d\d\b(?!-)")
_CODE = re.compile(r"\b[A-Za-z][a-z]*(?:_[a-z]+)+\b")


@dataclass(frozen=True)
class CorrectionWords:
    """What readers see of a correction.

    Attributes
    ----------
    correction : Correction
        With its date, its event and its source.
    what : str
        One sentence, with the value where there is only one.
    values : tuple of (str, str)
        "was" and "now" with their values, where there are two.
    why : str
    """

    correction: Correction
    what: str
    values: tuple[tuple[str, str], ...]
    why: str


def describe_corrections(
    corrections: Iterable[Correction], story: Story, events: pd.DataFrame
) -> list[CorrectionWords]:
    """Return corrections in words, in their order.

    Parameters
    ----------
    corrections : iterable of Correction
    story : Story
        Whose words readers see.
    events : DataFrame
        Indexed by id, with the claims and sources that a correction may name.
    """
    corrections = tuple(corrections)
    if not corrections:
        return []
    named = events.loc[[id_ for id_ in {one.event for one in corrections} if id_ in events.index]]
    parts = {
        event: name_parts(claims, sources)
        for event, claims, sources in zip(
            named.index, named["claims"], named["sources"], strict=True
        )
    }
    titles = _name_others(corrections, events)
    return [
        _describe(one, ValueWords(story, titles | parts.get(one.event, {}))) for one in corrections
    ]


def _name_others(corrections: tuple[Correction, ...], events: pd.DataFrame) -> dict[str, str]:
    """Return the titles of the other events that statements are about, and reasons name."""
    others = {
        id_
        for one in corrections
        if one.field.endswith(".also_about")
        for value in (one.was, one.is_)
        if isinstance(value, list)
        for id_ in map(str, value)
    }
    others |= {id_ for one in corrections for id_ in _DATED.findall(one.why)}
    return {id_: f"“{events.at[id_, 'title']!s}”" for id_ in others if id_ in events.index}


def join_sentences(words: CorrectionWords) -> str:
    """Return a correction on one line: what, and why."""
    end = "" if words.what.endswith((".", "!", "?", "…")) else "."
    return f"{words.what}{end} {words.why}"


def _describe(one: Correction, value_words: ValueWords) -> CorrectionWords:
    subject = _name_subject(one.field, value_words.names)
    is_internal = one.field.rpartition(".")[2] in _INTERNAL or one.field in _LISTS
    stated = [] if is_internal else [value for value in (one.was, one.is_) if value is not None]
    values = [describe_value(value, one.field, value_words) for value in stated]
    is_changed = one.was is not None and one.is_ is not None
    verb = _choose_verb(one)
    what = f"{subject} {verb}" + (f": {values[0]}" if len(values) == 1 else "")
    return CorrectionWords(
        one,
        what[0].upper() + what[1:],
        tuple(zip(("was", "now"), values, strict=True)) if is_changed and values else (),
        _describe_reason(one.why, value_words),
    )


def _choose_verb(one: Correction) -> str:
    if one.field == "record":
        return "was removed from the record" if one.is_ is None else "was added to the record"
    if one.field in _LISTS:
        return "was changed"
    if one.field.endswith(".+"):
        return "was added"
    match one.was is None, one.is_ is None:
        case True, True:
            return "was corrected"
        case True, False:
            return "was added"
        case False, True:
            return "was removed"
    return "was changed"


def _name_subject(field: str, names: Mapping[str, str]) -> str:
    """Return what a path names, as the start of a sentence."""
    top, _, rest = field.partition(".")
    if field in {"record", "id"}:
        return "this event" if field == "record" else "the name of this record"
    if top not in _PARTS or not rest:
        return add_article(name_member(EVENT_NAMES, field))
    kind, members = _PARTS[top]
    id_, _, member = rest.partition(".")
    name = names.get(id_, "")
    if not name:
        whose = f"a {kind}"
    else:
        whose = f"the statement by {name}" if top == "claims" else f"the source {name}"
    return f"{whose}: {add_article(name_member(members, member))}" if member else whose


def _describe_reason(why: str, value_words: ValueWords) -> str:
    """Return the desk's reason with names in place of the words of the file."""

    def name_statement(found: re.Match[str]) -> str:
        name = value_words.names.get(found[1])
        return f"the statement by {name}" if name else "a statement"

    def name_code(found: re.Match[str]) -> str:
        code = found[0].lower()
        label = next(
            (words[code].label for words in value_words.story.vocabulary.values() if code in words),
            "",
        )
        known = EVENT_NAMES.get(code) or CLAIM_NAMES.get(code) or label.lower()
        return f"“{known}”" if known else found[0].replace("_", " ")

    def name_date(found: re.Match[str]) -> str:
        return value_words.names.get(found[0]) or describe_date(found[0])

    dated = _DATED.sub(name_date, why)
    named = _CODE.sub(name_code, _STATEMENT.sub(name_statement, dated))
    return named[:1].upper() + named[1:]

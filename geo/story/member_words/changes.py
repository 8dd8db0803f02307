"""What has changed in an event, in plain words: for readers who want to know what is new."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

import pandas as pd

from geo.events.facts import CASUALTIES
from geo.story.differences import Difference
from geo.story.member_words.names import EVENT_NAMES, name_member
from geo.story.member_words.values import ValueWords, describe_value, name_parts
from geo.story.story_file import Story
from geo.story.versions.fingerprints import NOT_COMPARED
from geo.times import describe_when

_WHEN = frozenset({"start", "end", "tz"})
# These are said as a whole, and once.
_WHOLE = CASUALTIES | {"claims", "sources", "geometry"}
_WORDING = frozenset({"place_basis", "summary", "doubt"})
_LONGEST = 300


def describe_changes(
    differences: Iterable[Difference], old: pd.DataFrame, new: pd.DataFrame, story: Story
) -> Mapping[str, tuple[str, ...]]:
    """Return what has changed in each event of both frames, in sentences.

    Parameters
    ----------
    differences : iterable of Difference
        Of `find_differences`, by event; those of events that were added or removed are left out.
    old, new : DataFrame
        The events before and after, indexed by id.
    story : Story
        Whose words readers see.
    """
    return {
        event: tuple(
            # What is only reworded comes last.
            _describe_event(
                sorted(each, key=lambda one: one.field in _WORDING),
                old.loc[event],
                new.loc[event],
                story,
            )
        )
        for event, each in groupby(differences, key=lambda one: one.event)
        if event in old.index and event in new.index
    }


def _describe_event(
    differences: Sequence[Difference], before: pd.Series, now: pd.Series, story: Story
) -> Iterator[str]:
    seen: set[str] = set()
    for one in differences:
        name = one.field.partition(".")[0]
        part = "when" if name in _WHEN else name if name in _WHOLE else one.field
        if name in NOT_COMPARED or part in seen:
            continue
        seen.add(part)
        if part == "when":
            yield _was_now("time", describe_when(before), describe_when(now))
        elif part == "claims":
            was, is_ = _name_claims(before, story), _name_claims(now, story)
            yield from _describe_parts(was, is_, _list_ids(differences, name), "Statement")
        elif part == "sources":
            was, is_ = _name_sources(before), _name_sources(now)
            yield from _describe_parts(was, is_, _list_ids(differences, name), "Source")
        elif part == "geometry":
            yield "Place on the map: moved."
        else:
            values = [one.was, one.is_]
            if part in CASUALTIES:
                values = [asdict(event[part]) if event[part] else None for event in (before, now)]
            names = (name_parts(event.claims, event.sources) for event in (before, now))
            words = (
                describe_value(value, part, ValueWords(story, named))
                for value, named in zip(values, names, strict=True)
            )
            yield _was_now(name_member(EVENT_NAMES, part), *words)


def _list_ids(differences: Iterable[Difference], name: str) -> frozenset[str]:
    """Return the ids that paths such as claims.c2.stance name."""
    paths = (one.field.split(".") for one in differences)
    return frozenset(path[1] for path in paths if path[0] == name and len(path) > 1)


def _describe_parts(
    before: Mapping[str, str], now: Mapping[str, str], changed: Collection[str], kind: str
) -> Iterator[str]:
    """Say which statements or sources are new, gone or changed: their names by their ids."""
    yield from (f"{kind} added: {now[id_]}." for id_ in now if id_ not in before)
    yield from (f"{kind} removed: {before[id_]}." for id_ in before if id_ not in now)
    both = (id_ for id_ in now if id_ in before and id_ in changed)
    yield from (f"{kind} changed: {now[id_]}." for id_ in both)


def _name_claims(event: pd.Series, story: Story) -> dict[str, str]:
    return {
        claim.id: f"{claim.actor}, {story.label('stance', claim.stance).lower()}"
        for claim in event.claims
    }


def _name_sources(event: pd.Series) -> dict[str, str]:
    return {source.id: source.publisher for source in event.sources}


def _was_now(name: str, was: str, now: str) -> str:
    change = f"was “{_cut(was)}”, now “{_cut(now)}”" if was != now else "corrected"
    return f"{name[:1].upper()}{name[1:]}: {change}."


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"

"""Sides and groups of a record that its story does not declare, with what was probably meant."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pandas as pd

from geo.events.defaults import CLAIM_DEFAULTS, DEFAULTS
from geo.events.rejections import quote
from geo.events.same_name import is_same_name
from geo.events.words import name_near_word
from geo.story.story_file import Story


@dataclass(frozen=True, slots=True)
class UndeclaredWord:
    """A side or group that the story does not declare.

    Attributes
    ----------
    event : str
        Id of the event.
    field : str
        Path of the member, such as ``claims[2].side``.
    found, wanted : str
        In plain words.
    """

    event: str
    field: str
    found: str
    wanted: str

    @property
    def where(self) -> str:
        """Event and member."""
        return f"{self.event}, {self.field}"

    def __str__(self) -> str:
        return f"{self.where}: found {self.found}, wanted {self.wanted}"


def find_undeclared(story: Story, events: pd.DataFrame) -> tuple[UndeclaredWord, ...]:
    """Return the sides and groups of events that the story does not declare, in their order.

    A side that is not stated, and the group "other", are no mistake. A claim may accuse anybody, so
    that a name it accuses is one only where it is nearly a side of the story.

    Parameters
    ----------
    story : Story
    events : DataFrame, n rows
        Indexed by event id, with the columns group and claims.
    """
    return tuple(_find_words(story, events))


def _find_words(story: Story, events: pd.DataFrame) -> Iterator[UndeclaredWord]:
    sides = [side.id for side in story.sides]
    groups = [group.id for group in story.groups]
    rows = zip(events.index.tolist(), events["group"], events["claims"], strict=True)
    for event, group, claims in rows:
        if group not in (*groups, DEFAULTS["group"]):
            yield UndeclaredWord(event, "group", quote(group), _say_wanted(group, groups, "group"))
        for number, claim in enumerate(claims):
            if claim.side not in (*sides, CLAIM_DEFAULTS["side"]):
                wanted = _say_wanted(claim.side, sides, "side")
                yield UndeclaredWord(event, f"claims[{number}].side", quote(claim.side), wanted)
            for position, name in enumerate(claim.accuses):
                if name not in sides and any(is_same_name(name, side) for side in sides):
                    field = f"claims[{number}].accuses[{position}]"
                    wanted = _say_wanted(name, sides, "side")
                    yield UndeclaredWord(event, field, quote(name), wanted)


def _say_wanted(found: str, declared: Collection[str], kind: str) -> str:
    if not declared:
        return f"a {kind} of story.json, which declares none"
    return f"a {kind} of story.json: {', '.join(declared)}{name_near_word(found, declared)}"

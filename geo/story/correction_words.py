"""What a correction changed, in plain words: a reader never meets a value as code."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue, ValidationError

from geo.events.actor import Actor
from geo.events.facts import format_fact
from geo.events.parts import Casualties
from geo.story.corrections import Correction
from geo.story.story_file import Story
from geo.times import describe_date

# Members whose words are those of another list.
_LISTS = {"said_at_precision": "time_precision", "actor.kind": "actor_kind"}
_SIDES = frozenset({"side", "accuses"})
_CASUALTIES = frozenset({"killed", "injured"})
_PARTS = frozenset({"sources", "claims"})
_UNKNOWN = "not recorded"


def describe_values(correction: Correction, story: Story) -> tuple[tuple[str, str], ...]:
    """Return "was" and "is" of a correction, each with its value in words.

    Parameters
    ----------
    correction : Correction
    story : Story
        Whose words readers see.

    Returns
    -------
    tuple of (str, str)
        Without "was" where a source or a claim was added; none where neither is recorded.
    """
    field, was, is_ = correction.field, correction.was, correction.is_
    if was is None and is_ is None:
        return ()
    now = ("is", _say(is_, field, story))
    # "claims.+" adds one under an id of its own, "claims.c9" under that id.
    top, _, rest = field.partition(".")
    is_whole = top in _PARTS and "." not in rest and isinstance(is_, dict)
    if was is None and (rest == "+" or is_whole):
        return (now,)
    return ("was", _say(was, field, story)), now


def _say(value: JsonValue, field: str, story: Story) -> str:
    """Return a value in words; `field` is its path."""
    name = field.rpartition(".")[2]
    if value is None or value == "":
        return _UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return _say_part(value, field, story) or _say_members(value, field, story)
    if isinstance(value, list):
        between = "; " if any(isinstance(one, dict | list) for one in value) else ", "
        return between.join(_say(one, field, story) for one in value) or "none"
    if not isinstance(value, str):
        return str(value)
    if name in _SIDES:
        return story.side_label(value)
    known = _LISTS.get(".".join(field.split(".")[-2:])) or _LISTS.get(name, name)
    return story.label(known, value)


def _say_part(value: JsonValue, field: str, story: Story) -> str:
    """Return a source, a claim, a speaker or casualties in words; "" where it is none of them."""
    if not isinstance(value, dict):
        return ""
    top, name = field.partition(".")[0], field.rpartition(".")[2]
    if top == "sources" and _has(value, "publisher"):
        return _say_source(value)
    if top == "claims" and _has(value, "stance", "summary"):
        return _say_claim(value, field, story)
    if name in _CASUALTIES:
        return _say_casualties(value)
    return _say_actor(value) if name == "actor" else ""


def _has(value: Mapping[str, JsonValue], *names: str) -> bool:
    return all(isinstance(value.get(name), str) for name in names)


def _say_source(source: Mapping[str, JsonValue]) -> str:
    title, date = source.get("title"), source.get("date")
    return ", ".join(
        [
            str(source["publisher"]),
            title if isinstance(title, str) and title else "untitled",
            describe_date(date) if isinstance(date, str) and date else "undated",
        ]
    )


def _say_claim(claim: Mapping[str, JsonValue], field: str, story: Story) -> str:
    who = _say(claim.get("actor"), f"{field}.actor", story)
    stance = story.label("stance", str(claim["stance"])).lower()
    return f"{who}, {stance}: {claim['summary']}"


def _say_actor(actor: dict[str, Any]) -> str:
    try:
        return str(Actor(**actor))
    except (ValidationError, TypeError):
        return ""


def _say_casualties(value: dict[str, Any]) -> str:
    try:
        casualties = Casualties(**value)
    except (ValidationError, TypeError):
        return ""
    # A correction may change no more than what the numbers rest on.
    rests = f", resting on statement {casualties.claim}" if casualties.claim else ""
    return format_fact(casualties) + rests


def _say_members(value: Mapping[str, JsonValue], field: str, story: Story) -> str:
    stated = {name: one for name, one in value.items() if one is not None}
    return (
        "; ".join(
            f"{name.replace('_', ' ')} {_say(one, f'{field}.{name}', story)}"
            for name, one in stated.items()
        )
        or "none"
    )

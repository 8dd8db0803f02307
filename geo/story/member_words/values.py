"""The values of members in plain words: a reader never sees one as code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue, ValidationError

from geo.events.actor import Actor
from geo.events.columns.kinds import DATES, WORD_LISTS
from geo.events.facts import CASUALTIES, format_fact
from geo.events.parts import Casualties, Claim, Source
from geo.story.story_file import Story
from geo.times import describe_date

# Members whose words are those of another list.
_LISTS = {**WORD_LISTS, "said_at_precision": "time_precision", "actor.kind": "actor_kind"}
_SIDES = frozenset({"side", "accuses"})
_DATES = DATES | {"start", "end", "said_at", "date"}
# Members that hold ids of other things, and the name shown for one that no longer exists.
_REFERENCES = {"source": "a source", "also_about": "another event"}
_UNKNOWN = "not recorded"


@dataclass(frozen=True)
class ValueWords:
    """What values are called.

    Attributes
    ----------
    story : Story
        Whose words readers see.
    names : mapping of str to str
        What the claims and sources of the event are called, by id.
    """

    story: Story
    names: Mapping[str, str] = field(default_factory=dict)


def name_parts(claims: Iterable[Claim], sources: Iterable[Source]) -> dict[str, str]:
    """Return what claims and sources are called, by id."""
    return {claim.id: claim.actor.name for claim in claims} | {
        source.id: source.publisher for source in sources
    }


def describe_value(value: JsonValue, path: str, words: ValueWords) -> str:
    """Return the value of a member in words; `path` is such as ``claims.c2.stance``."""
    name = path.rpartition(".")[2]
    if value is None or value == "":
        return _UNKNOWN
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "geometry" and (point := _describe_point(value)):
        return point
    if isinstance(value, dict):
        return _describe_part(value, path, words) or _describe_members(value, path, words)
    if isinstance(value, list):
        is_long = name == "also_about" or any(isinstance(one, dict | list) for one in value)
        between = "; " if is_long else ", "
        return between.join(describe_value(one, path, words) for one in value) or "none"
    if not isinstance(value, str):
        return _describe_number(value, name)
    return _describe_text(value, path, words)


def _describe_number(value: float, name: str) -> str:
    if name == "radius_m":
        return f"{value / 1000:,g} km" if value >= 1000 else f"{value:g} m"
    return f"{value:g} km" if name == "distance_km" else str(value)


def _describe_text(text: str, path: str, words: ValueWords) -> str:
    name = path.rpartition(".")[2]
    if name in _SIDES:
        return words.story.side_label(text)
    if name in _DATES:
        return describe_date(text)
    if name in _REFERENCES:
        return words.names.get(text, _REFERENCES[name])
    known = _LISTS.get(".".join(path.split(".")[-2:])) or _LISTS.get(name, name)
    return words.story.label(known, text)


def _describe_point(value: JsonValue) -> str:
    """Return a point as a file or a correction has it, in words; "" if it is not one."""
    match value:
        case [int() | float() as lon, int() | float() as lat]:
            return f"latitude {lat}, longitude {lon}"
        case {"type": "Point", "coordinates": list(position)}:
            return _describe_point(position)
    return ""


def _describe_part(value: JsonValue, path: str, words: ValueWords) -> str:
    """Return a source, a claim, a speaker or casualties in words; "" if it is none of them."""
    if not isinstance(value, dict):
        return ""
    top, name = path.partition(".")[0], path.rpartition(".")[2]
    if top == "sources" and _has(value, "publisher"):
        return _describe_source(value)
    if top == "claims" and _has(value, "stance", "summary"):
        return _describe_claim(value, path, words)
    if name in CASUALTIES:
        return _describe_casualties(value, words)
    return _describe_actor(value) if name == "actor" else ""


def _has(value: Mapping[str, JsonValue], *names: str) -> bool:
    return all(isinstance(value.get(name), str) for name in names)


def _describe_source(source: Mapping[str, JsonValue]) -> str:
    title, date = source.get("title"), source.get("date")
    return ", ".join(
        [
            str(source["publisher"]),
            title if isinstance(title, str) and title else "untitled",
            describe_date(date) if isinstance(date, str) and date else "undated",
        ]
    )


def _describe_claim(claim: Mapping[str, JsonValue], path: str, words: ValueWords) -> str:
    who = describe_value(claim.get("actor"), f"{path}.actor", words)
    stance = words.story.label("stance", str(claim["stance"])).lower()
    return f"{who}, {stance}: {claim['summary']}"


def _describe_actor(actor: dict[str, Any]) -> str:
    try:
        return str(Actor(**actor))
    except (ValidationError, TypeError):
        return ""


def _describe_casualties(value: dict[str, Any], words: ValueWords) -> str:
    try:
        casualties = Casualties(**dict.fromkeys(("low", "best", "high", "claim")) | value)
    except (ValidationError, TypeError):
        return ""
    # A correction may change no more than what the numbers rest on.
    if not casualties.claim:
        return format_fact(casualties)
    speaker = words.names.get(casualties.claim)
    return f"{format_fact(casualties)}, resting on " + (
        f"the statement by {speaker}" if speaker else "a statement"
    )


def _describe_members(value: Mapping[str, JsonValue], path: str, words: ValueWords) -> str:
    stated = {name: one for name, one in value.items() if one is not None}
    return (
        "; ".join(
            f"{name.replace('_', ' ')} {describe_value(one, f'{path}.{name}', words)}"
            for name, one in stated.items()
        )
        or "none"
    )

"""What has changed in the events since a version of the data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geopandas import GeoDataFrame

from geo.story.versions.fingerprints import (
    CASUALTIES,
    EVENT_PARTS,
    HAPPENED,
    HAPPENED_ELSE,
    SUBSTANCE,
    EventFingerprint,
    Fingerprints,
    compute_fingerprints,
)


@dataclass(frozen=True)
class Version:
    """The data as they were at one time.

    Attributes
    ----------
    id : str
        Short hash of the event file, as in `Record.version` and in the link.
    date : str
        The day up to which the data were current, ISO.
    fingerprints : mapping
        Hash of each part of each event.
    """

    id: str
    date: str
    fingerprints: Fingerprints


@dataclass(frozen=True)
class Changes:
    """How the events differ from a version; event ids in alphabetical order.

    Attributes
    ----------
    since : Version
    added, removed : tuple of str
    changed : mapping of str to tuple of str
        For each event that has changed in substance, or may have, the parts that differ.
    reworded : mapping of str to tuple of str
        The same for each event that differs in wording alone.
    """

    since: Version
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    reworded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.reworded)

    def __str__(self) -> str:
        """The changes in words.

        Examples
        --------
        >>> since = Version("3f9a0c417be2", "2024-05-15", {})
        >>> print(Changes(since, ("c",), (), {"a": ("place",), "b": ("time",)}))
        2 events changed, 1 added
        >>> print(Changes(since, (), ("c",), {}))
        1 event removed
        >>> print(Changes(since, (), (), {}))
        no event changed
        >>> print(Changes(since, (), (), {}, {"a": ("claims",)}))
        1 event reworded
        """
        numbers = {
            "changed": len(self.changed),
            "added": len(self.added),
            "removed": len(self.removed),
            "reworded": len(self.reworded),
        }
        parts = [f"{number:,} {verb}" for verb, number in numbers.items() if number]
        if not parts:
            return "no event changed"
        number, verb = parts[0].split(" ")
        return ", ".join([f"{number} {'event' if number == '1' else 'events'} {verb}", *parts[1:]])


def compare_with_version(since: Version, events: GeoDataFrame) -> Changes:
    """Return how some events differ from those of a version."""
    return compare_fingerprints(since, compute_fingerprints(events))


def compare_fingerprints(since: Version, now: Fingerprints) -> Changes:
    """Return how events differ from those of a version, by their hashes."""
    before = since.fingerprints
    differing = {
        event: list_changed_parts(before[event], now[event])
        for event in sorted(before.keys() & now.keys())
    }
    changed = {event: parts for event, parts in differing.items() if parts}
    reworded = {event for event in changed if has_same_substance(before[event], now[event])}
    return Changes(
        since=since,
        added=tuple(sorted(now.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - now.keys())),
        changed={event: parts for event, parts in changed.items() if event not in reworded},
        reworded={event: changed[event] for event in sorted(reworded)},
    )


def has_same_substance(before: EventFingerprint, now: EventFingerprint) -> bool:
    """Return whether only the wording differs; where that is not known, more may."""
    return before.get(SUBSTANCE, "") == now.get(SUBSTANCE)


def list_changed_parts(before: EventFingerprint, now: EventFingerprint) -> tuple[str, ...]:
    """Return the parts that differ; of a part that a version did not note, nothing is known."""
    known = (part for part in EVENT_PARTS if part in before and part in now)
    parts = tuple(part for part in known if before[part] != now[part])
    if CASUALTIES in parts and before.get(HAPPENED_ELSE, "") == now.get(HAPPENED_ELSE):
        return tuple(part for part in parts if part != HAPPENED)
    return parts

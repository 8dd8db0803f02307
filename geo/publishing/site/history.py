"""What changed when: the versions of the data and the corrections, for feeds and pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from geo.story.changes import Version, has_same_substance
from geo.story.corrections import Correction
from geo.story.fingerprints import EVENT_PARTS
from geo.story.versions import read_versions


@dataclass(frozen=True)
class Change:
    """How one event differs between two versions of the data.

    Attributes
    ----------
    event : str
    version, date : str
        Of the version that has it so.
    parts : tuple of str
        Which parts of the event changed; none where it is new.
    is_reworded : bool
        Whether no fact, number or denial changed with them, but only the wording.
    """

    event: str
    version: str
    date: str
    parts: tuple[str, ...] = ()
    is_reworded: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the event was not in the version before."""
        return not self.parts

    @property
    def kind(self) -> str:
        """How it differs: "new", "changed" or "reworded"."""
        return "new" if self.is_new else "reworded" if self.is_reworded else "changed"

    @property
    def words(self) -> str:
        """What changed: "new", "time, claims", or "reworded: claims"."""
        if self.is_new:
            return "new"
        return ("reworded: " if self.is_reworded else "") + ", ".join(self.parts)


@dataclass(frozen=True)
class News:
    """What happened to the record of one event on one day.

    Attributes
    ----------
    event, day : str
        The day as ISO.
    changes : tuple of Change
        Of the versions of that day.
    corrections : tuple of Correction
    """

    event: str
    day: str
    changes: tuple[Change, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the event was not in the record the day before."""
        return any(one.is_new for one in self.changes)

    @property
    def is_reworded(self) -> bool:
        """Whether a version changed nothing but the wording."""
        return bool(self.changes) and all(one.is_reworded for one in self.changes)


def list_news(
    changes: Iterable[Change], corrections: Iterable[Correction], events: Collection[str]
) -> list[News]:
    """Return what happened, one item for each event and day: the newest day first.

    Those of a day begin with new events; then come events with corrections, and the others.

    Parameters
    ----------
    changes : iterable of Change
    corrections : iterable of Correction
    events : collection of str
        The ids of events that there are; others are left out.
    """
    changed: dict[tuple[str, str], list[Change]] = defaultdict(list)
    corrected: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for change in changes:
        changed[change.date, change.event].append(change)
    for correction in corrections:
        corrected[correction.date.isoformat(), correction.event].append(correction)
    keys = [(day, event) for day, event in {**changed, **corrected} if event in events]
    news = [
        News(event, day, tuple(changed[day, event]), tuple(corrected[day, event]))
        for day, event in keys
    ]
    news.sort(key=lambda one: (not one.is_new, not one.corrections, one.event))
    return sorted(news, key=lambda one: one.day, reverse=True)


def list_changes(folder: Path) -> tuple[Change, ...]:
    """Return what each version of a story changed, the oldest first; the first one is left out.

    Parameters
    ----------
    folder : Path
        The story's.

    Raises
    ------
    EventFileError
        If a version cannot be read.
    """
    versions = read_versions(folder).values()
    return tuple(one for before, now in pairwise(versions) for one in _compare(before, now))


def _compare(before: Version, now: Version) -> Iterator[Change]:
    for event, parts in sorted(now.fingerprints.items()):
        old = before.fingerprints.get(event)
        if old is None:
            yield Change(event, now.id, now.date)
            continue
        # Of a part that a version did not note, nothing is known.
        differing = tuple(
            part
            for part in EVENT_PARTS
            if part in parts and old.get(part, parts[part]) != parts[part]
        )
        if differing:
            yield Change(event, now.id, now.date, differing, has_same_substance(old, parts))

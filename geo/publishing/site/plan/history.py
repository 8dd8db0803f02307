"""What changed when: the versions of the data and the corrections, for feeds and pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from geo.errors import GeoError
from geo.story.corrections.correction import Correction
from geo.story.corrections.files import read_good_corrections
from geo.story.current import Current
from geo.story.versions.changes import Version, has_same_substance, list_changed_parts
from geo.story.versions.files import read_versions


@dataclass(frozen=True)
class Change:
    """How one event differs between two versions of the data.

    Attributes
    ----------
    event : str
    version, date : str
        Of the version that has it so.
    parts : tuple of str
        Which parts of the event changed; none if it is new or withdrawn.
    is_reworded : bool
        Whether no fact, number or denial changed with them, but only the wording.
    is_withdrawn : bool
        Whether the version before had the event, and this one does not.
    """

    event: str
    version: str
    date: str
    parts: tuple[str, ...] = ()
    is_reworded: bool = False
    is_withdrawn: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the event was not in the version before."""
        return not self.parts and not self.is_withdrawn

    @property
    def kind(self) -> str:
        """How it differs: "new", "withdrawn", "changed" or "reworded"."""
        if self.is_withdrawn:
            return "withdrawn"
        return "new" if self.is_new else "reworded" if self.is_reworded else "changed"

    @property
    def words(self) -> str:
        """What changed: "new", "time, claims", or "reworded: claims"."""
        if not self.parts:
            return self.kind
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
    def is_withdrawn(self) -> bool:
        """Whether the event was taken out of the record on that day."""
        return any(one.is_withdrawn for one in self.changes)

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
        The ids of events that there are; of others only that they were withdrawn is news.
    """
    changed: dict[tuple[str, str], list[Change]] = defaultdict(list)
    corrected: dict[tuple[str, str], list[Correction]] = defaultdict(list)
    for change in changes:
        changed[change.date, change.event].append(change)
    for correction in corrections:
        corrected[correction.date.isoformat(), correction.event].append(correction)
    keys = list({**changed, **corrected})
    news = [
        News(event, day, tuple(changed[day, event]), tuple(corrected[day, event]))
        for day, event in keys
    ]
    news = [one for one in news if one.event in events or one.is_withdrawn]
    news.sort(key=lambda one: (not one.is_new, not one.corrections, one.event))
    return sorted(news, key=lambda one: one.day, reverse=True)


def list_public_changes(current: Current, published: Collection[str]) -> tuple[Change, ...]:
    """Return what each version of a story changed, the oldest first; the first one is left out.

    Parameters
    ----------
    current : Current
        Of events that are not the story's own no versions are known.
    published : collection of str
        The ids of the published events. Of others it returns only that they were withdrawn, and
        of drafts nothing.

    Raises
    ------
    EventFileError
        If a version cannot be read.
    """
    if not current.own_events:
        return ()
    hidden = current.record.unpublished
    return tuple(
        one
        for before, now in pairwise(read_versions(current.folder).values())
        for one in _compare(before, now)
        if one.event in published or (one.is_withdrawn and one.event not in hidden)
    )


def list_public_corrections(current: Current) -> tuple[Correction, ...]:
    """Return the corrections of a story, the oldest first; none of another file in its place.

    Raises
    ------
    GeoError
        If a correction cannot be read.
    """
    if not current.own_events:
        return ()
    story, unpublished = current.story, current.record.unpublished
    corrections, unread = read_good_corrections(current.folder, story.corrections, unpublished)
    if unread:
        raise GeoError(str(unread[0]))
    return corrections


def _compare(before: Version, now: Version) -> Iterator[Change]:
    for event in sorted(before.fingerprints.keys() - now.fingerprints.keys()):
        yield Change(event, now.id, now.date, is_withdrawn=True)
    for event, parts in sorted(now.fingerprints.items()):
        old = before.fingerprints.get(event)
        if old is None:
            yield Change(event, now.id, now.date)
            continue
        if differing := list_changed_parts(old, parts):
            yield Change(event, now.id, now.date, differing, has_same_substance(old, parts))

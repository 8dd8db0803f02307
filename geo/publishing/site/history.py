"""What changed when: the versions of the data and the corrections, for feeds and pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from geo.story.changes import Version, has_same_substance
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
    def words(self) -> str:
        """What changed: "new", "time, claims", or "reworded: claims"."""
        if self.is_new:
            return "new"
        return ("reworded: " if self.is_reworded else "") + ", ".join(self.parts)


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

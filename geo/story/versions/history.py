"""When each event of a record became what it is now, as far as the versions of its data say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame
from numpy.typing import NDArray

from geo.errors import EventFileError
from geo.link.last_change import LastChange, Since
from geo.story.versions.changes import Version, compare_fingerprints
from geo.story.versions.files import read_versions
from geo.story.versions.fingerprints import compute_fingerprints


@dataclass(frozen=True)
class History:
    """The versions of a story up to the data that are shown, and what has changed since each.

    Attributes
    ----------
    versions : tuple of Version
        The oldest first, the data that are shown last; empty if the story has none.
    changed, added, edited : array of int, n values
        For each event the position of the last version from which it differs in substance, of the
        last one that lacks it, and of the last one from which it differs at all; -1 for none.
    """

    versions: tuple[Version, ...] = ()
    changed: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    added: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    edited: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))

    def find_baseline(self, moment: str) -> Version | None:
        """Return what the data shown are compared with for "since" a day or a version.

        None if the record began later, or where the version is not known.
        """
        if any(version.id == moment for version in self.versions):
            return next(version for version in self.versions if version.id == moment)
        earlier = [version for version in self.versions if version.date < moment]
        return earlier[-1] if earlier else None


def read_known_versions(folder: Path) -> dict[str, Version]:
    """Return the versions of a story's folder by their hash; none if they cannot be read."""
    try:
        return read_versions(folder)
    except EventFileError:
        # A broken list is for the desk to correct, and `geo check` says so.
        return {}


def build_history(
    versions: Mapping[str, Version], events: GeoDataFrame, version: str, as_of: str
) -> History:
    """Return the history of the events of a story.

    Parameters
    ----------
    versions : mapping of str to Version
        Of `read_versions`.
    events : GeoDataFrame, n rows
    version : str
        Of the data; where it is not recorded yet, it comes after all others.
    as_of : str
        ISO day of data that are not recorded yet; "" is the day of the last version.
    """
    if not versions:
        nothing = np.full(len(events), -1, np.intp)
        return History((), nothing, nothing, nothing)
    known = list(versions.values())
    if version in versions:
        known = known[: list(versions).index(version) + 1]
        shown = known.pop()
    else:
        shown = Version(version, max(as_of, known[-1].date), compute_fingerprints(events))
    return History((*known, shown), *_find_last(known, shown, events.index))


def _find_last(
    known: Sequence[Version], shown: Version, events: pd.Index
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    changed, added, edited = (np.full(len(events), -1, np.intp) for _ in range(3))
    for position, version in enumerate(known):
        changes = compare_fingerprints(version, shown.fingerprints)
        added[events.isin(changes.added)] = position
        changed[events.isin([*changes.added, *changes.changed])] = position
        edited[events.isin([*changes.added, *changes.changed, *changes.reworded])] = position
    return changed, added, edited


def list_last_changes(history: History) -> list[LastChange]:
    """Return the last change of each event; one without a date if there are no versions."""
    if not history.versions:
        return [LastChange()] * len(history.changed)
    ids = [version.id for version in history.versions]
    since = {
        position: Since(history.versions[position + 1].date, frozenset(ids[: position + 1]))
        for position in range(-1, len(ids) - 1)
    }
    positions = list(zip(*(array.tolist() for array in _list_positions(history)), strict=True))
    # Thousands of events share a few.
    changes = {each: LastChange(*(since[position] for position in each)) for each in set(positions)}
    return [changes[each] for each in positions]


def _list_positions(history: History) -> tuple[NDArray[np.intp], ...]:
    return history.changed, history.added, history.edited

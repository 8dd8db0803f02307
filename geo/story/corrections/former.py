"""Which events that corrections name, and a record lacks, were once in it.

A misspelt id is in no version: whoever says that its event is no longer in the record makes it up.
"""

from collections.abc import Collection, Iterable

from geo.story.corrections.correction import Correction
from geo.story.versions.changes import Version


def list_former(
    corrections: Iterable[Correction], events: Collection[str], versions: Iterable[Version]
) -> frozenset[str]:
    """Return the events that a record lacks and once had, among those that corrections name.

    It had what one of its versions has. For the time before the first version, corrections say: an
    event was renamed or split into others that are known, or was removed by then.

    Parameters
    ----------
    corrections : iterable of Correction
    events : collection of str
        The ids of the events that the record has.
    versions : iterable of Version
        Of the story; none if it keeps none.

    Returns
    -------
    frozenset of str
    """
    absent = [one for one in corrections if one.event not in events]
    if not absent:
        return frozenset()
    versions = tuple(versions)
    kept = frozenset[str]().union(*(version.fingerprints for version in versions))
    known = kept.union(events)
    first = min((version.date for version in versions), default="")
    return frozenset(
        one.event for one in absent if one.event in kept or _is_explained(one, known, first)
    )


def _is_explained(one: Correction, known: Collection[str], first: str) -> bool:
    """Return whether a correction says what became of an event that no version has."""
    if one.field == "id":
        successors = one.is_ if isinstance(one.is_, list) else [one.is_]
        return any(isinstance(each, str) and each in known for each in successors)
    is_before = not first or one.date.isoformat() <= first
    return one.field == "record" and one.is_ is None and is_before

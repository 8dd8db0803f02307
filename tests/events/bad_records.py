"""The problems of one bad record between two good ones."""

from geo.events import Rejection, parse_events
from tests.event_texts import collection, record


def only_rejection(*bad: object, **members: object) -> Rejection:
    """Return the one problem of a file in which a good record comes before and after the bad."""
    reading = parse_events(collection(record("first"), *bad, record("last"), **members))
    assert {"first", "last"} <= set(reading.events.index)
    (rejection,) = reading.rejected
    return rejection


def problem(**changes: object) -> tuple[str, str, str]:
    """Return field, found and wanted of the one problem that a change makes in a good record."""
    rejection = only_rejection(record("bad", **changes))
    assert (rejection.number, rejection.id) == (2, "bad")
    return rejection.field, rejection.found, rejection.wanted

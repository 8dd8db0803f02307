"""Moments at which the record of an event grew, for readers who ask what was known by then."""

from datetime import datetime, time, timedelta

from geo.claims.ledger.entry import Ledger
from geo.times import load_zone
from geo.times.words import NOON

_DAY = timedelta(days=1)


def find_moments(
    entries: Ledger, happened: datetime, zone: str, most: int = 5
) -> tuple[datetime, ...]:
    """Return the moments at which a reader may want to look back at a ledger.

    Parameters
    ----------
    entries : tuple of Entry
        A ledger as known now.
    happened : datetime
        When the event was over, with an offset.
    zone : str
        IANA zone of noon and midnight.
    most : int
        How many at most.

    Returns
    -------
    tuple of datetime, at most `most` values
        Naive, on the clock of the zone, ascending: the first noon or midnight after the event,
        then each midnight by which more was on record than at the one before.

    Examples
    --------
    Without any statement there is still the first moment:

    >>> find_moments((), datetime.fromisoformat("2024-05-15T02:28+03:00"), "Africa/Nairobi")
    (datetime.datetime(2024, 5, 15, 12, 0),)
    """
    clock = load_zone(zone)
    over = happened.astimezone(clock).replace(tzinfo=None)
    noon = datetime.combine(over.date(), NOON)
    first = noon if over <= noon else _find_next_midnight(over)
    grown = {
        _find_next_midnight(entry.known_by.astimezone(clock).replace(tzinfo=None))
        for entry in entries
        if entry.known_by is not None
    }
    return tuple(sorted({first} | {moment for moment in grown if moment > first})[:most])


def _find_next_midnight(moment: datetime) -> datetime:
    midnight = datetime.combine(moment.date(), time())
    return midnight if midnight == moment else midnight + _DAY

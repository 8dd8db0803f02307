"""What the map and the list show of the events, in the terms of their JavaScript."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

Colour: TypeAlias = str | tuple[int, int, int]

_EPOCH = datetime(1970, 1, 1)


class Group(TypedDict):
    """One value of the column that events are coloured by."""

    id: str
    label: str
    colour: Colour


@dataclass(frozen=True)
class Shown:
    """What the map and the list show of the events.

    Attributes
    ----------
    rows, facets : str
        Addresses of the event rows and of what they are filtered by (geo/drawing/facets.py).
    filters : str
        All filters but time, in the grammar of the link.
    matches : str or None
        Address of the rows in which the text of the filters was found, from `pack_mask`.
    window : (int, int)
        Milliseconds on the clock of `zone`, half-open; see `milliseconds`.
    zone : {"place", "utc"}
    groups : sequence of Group
        In stacking order, with the colours of the theme.
    field : str
        The column of the rows that `groups` are the values of.
    selected : str or None
        Event id.
    labels : mapping
        Words instead of those in geo/time_map/words.js.
    lang : str
        BCP 47, for dates and numbers.
    """

    rows: str
    facets: str
    filters: str
    matches: str | None
    window: tuple[int, int]
    zone: Literal["place", "utc"]
    groups: Sequence[Group]
    field: str
    selected: str | None
    labels: Mapping[str, str]
    lang: str = "en-GB"


def pack_mask(mask: NDArray[np.bool_]) -> str:
    """Return a mask over rows as base64 of one bit each, the first row in the highest bit.

    Examples
    --------
    >>> pack_mask(np.array([True, False, True]))
    'oA=='
    >>> pack_mask(np.array([], dtype=bool))
    ''
    """
    return base64.b64encode(np.packbits(mask).tobytes()).decode()


def milliseconds(moment: datetime) -> int:
    """Return a naive wall-clock time as the map counts it: ms since 1970 on its own clock.

    Examples
    --------
    >>> milliseconds(datetime(1000, 1, 1))
    -30610224000000
    """
    return round((moment - _EPOCH).total_seconds() * 1000)


def wall_clock(ms: int) -> datetime:
    """Return the naive wall-clock time of `milliseconds`.

    Raises
    ------
    OverflowError
        Outside the years 1 to 9999.
    """
    return _EPOCH + (datetime.resolution * 1000) * ms

"""What the map and the list show of the events, in the terms of their JavaScript."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypedDict

import numpy as np
from numpy.typing import NDArray

Colour: TypeAlias = str | tuple[int, int, int]


class Group(TypedDict):
    """One value of the column that events are coloured by."""

    id: str
    label: str
    colour: Colour


class Preset(TypedDict):
    """A range of dates that the story offers, by its name."""

    id: str
    label: str


@dataclass(frozen=True)
class Look:
    """What stays as it is while a reader explores: published once, and no part of a move.

    Attributes
    ----------
    groups : sequence of Group
        In stacking order, with the colours of the theme.
    field : str
        The column of the rows that `groups` are the values of.
    bounds : (float, float, float, float)
        West, south, east, north of the whole map; east < west crosses the antimeridian.
    credit : str
        One line at the foot of the map.
    background : Colour
        Behind all layers: the sea.
    presets : sequence of Preset
        Ranges of dates that the story offers.
    lang : str
        BCP 47, for dates and numbers.
    """

    groups: Sequence[Group]
    field: str
    bounds: tuple[float, float, float, float]
    credit: str
    background: Colour
    presets: Sequence[Preset]
    lang: str = "en-GB"


@dataclass(frozen=True)
class Shown:
    """What the map and the parts beside it show of the events.

    Attributes
    ----------
    rows, facets, look : str
        Addresses of the event rows, of what they are filtered by (geo/drawing/facets.py), and of
        the `Look`.
    filters : str
        All filters but time, in the grammar of the link.
    matches : str or None
        Address of the rows in which the text of the filters was found, from `pack_mask`.
    window : (int, int)
        Milliseconds on the clock of `zone`, half-open; see `geo.times.milliseconds`.
    zone : {"place", "utc"}
    selected : str or None
        Event id.
    """

    rows: str
    facets: str
    look: str
    filters: str
    matches: str | None
    window: tuple[int, int]
    zone: Literal["place", "utc"]
    selected: str | None


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

"""Events as the columns that the map reads, the same under every choice of colour and theme."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pykdtree.kdtree import KDTree

from geo.border import describe_distance
from geo.border.geodesic import to_ecef
from geo.events.columns.shared_values import find_shared
from geo.events.geometry.arrays import Flags, Floats
from geo.events.vocabulary import PINNED, label
from geo.times import Range, describe_when, interval_words, mask_steady

_SAME_SPOT_M = 500.0
_MOST_NEIGHBOURS = 16
_RING_PX, _WIDEST_PX = 14.0, 42.0  # Marks are 13 px wide.
_RING_HOLDS = 8
_SHOWN_TIME = ["start_local", "end_local", "time_precision"]
_MOMENTS = ("start", "end", "start_local", "end_local")
DRAWN = (
    "title",
    "place",
    "lon",
    "lat",
    "radius_m",
    *_MOMENTS,
    "tz",
    "time_precision",
    "group",
    "event_type",
    "verification",
    "attribution",
    "location_precision",
)
"""What the map needs of each event."""
DISTANCES = ("distance_m", "inside", "low_m", "high_m")
"""What it needs besides, where a border was measured."""
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def sort_for_drawing(events: pd.DataFrame, groups: tuple[str, ...]) -> pd.DataFrame:
    """Return the events in the order in which they are drawn.

    Discs come first, the largest at the bottom, so that none hides its neighbours; then pins,
    with the story's first group on top.

    Parameters
    ----------
    events : DataFrame, n rows
        With the columns of `DRAWN`.
    groups : tuple of str
        The story's groups, the most important first; unnamed ones lie below.
    """
    rank = {group: len(groups) - place for place, group in enumerate(groups)}
    pin = _mask_pins(events)
    height = events["group"].map(rank).fillna(0).to_numpy()
    order = np.lexsort((np.where(pin, height, -events["radius_m"]), pin))
    return events.iloc[order]


def build_event_columns(events: pd.DataFrame) -> Iterator[tuple[str, list[object]]]:
    """Yield what the map reads of each event, in the order of the frame, a column at a time.

    Parameters
    ----------
    events : DataFrame, n rows
        Columns of `read_events`, at least those of `DRAWN`; with distance_m, inside, low_m and
        high_m where a border was measured.

    Yields
    ------
    str, list of n values
        id, title, place; lon, lat (degrees, None if the place is not known: no map draws it), r
        (radius in metres); t0, t1 (ms since 1970, UTC, the end not included), l0, l1 (what the
        clock of the place shows meanwhile), None where not known; group, event_type, verification,
        location_precision; pin (if its location allows one), dx, dy
        (pixels, right and down, that keep pins at one spot apart); when, status, distance (words).
    """
    pin = _mask_pins(events)
    dx, dy = fan_out(events["lon"].to_numpy(), events["lat"].to_numpy(), pin)
    yield "id", events.index.tolist()
    yield "title", events["title"].tolist()
    yield "place", _list_words(events["place"])
    yield "lon", _known(events["lon"].round(6))
    yield "lat", _known(events["lat"].round(6))
    yield "r", events["radius_m"].round(1).fillna(0).tolist()
    for short, name in zip(("t0", "t1", "l0", "l1"), _MOMENTS, strict=True):
        yield short, _to_milliseconds(events[name])
    for name in ("group", "event_type", "verification", "location_precision"):
        yield name, _list_words(events[name])
    yield "pin", pin.tolist()
    yield "dx", dx.round(1).tolist()
    yield "dy", dy.round(1).tolist()
    yield "when", _describe_times(events)
    yield "status", _describe_status(events)
    yield "distance", _describe_distances(events)


def fan_out(lon: Floats, lat: Floats, pin: Flags) -> tuple[Floats, Floats]:
    """Return by how many pixels each pin moves, so that pins at one spot lie side by side.

    Parameters
    ----------
    lon, lat : array of float, n values
        Degrees.
    pin : array of bool, n values
        Only pins move and count.

    Returns
    -------
    (array of float, array of float)
        Right and down. Up to eight pins within 500 m form a ring; more, a spiral after Vogel
        (1979), doi:10.1016/0025-5564(79)90080-4, never wider than 84 px. A pin alone stays.
    """
    dx, dy = np.zeros(len(lon)), np.zeros(len(lon))
    if not pin.any():
        return dx, dy
    spot = _number_spots(to_ecef(lon[pin], lat[pin]))
    order = np.argsort(spot, kind="stable")
    _, start, count = np.unique(spot[order], return_index=True, return_counts=True)
    size, place = np.empty(len(spot)), np.empty(len(spot))
    size[order] = np.repeat(count, count)
    place[order] = np.arange(len(spot)) - np.repeat(start, count)

    ring = size <= _RING_HOLDS
    around = _RING_PX / 2 / np.sin(np.pi / np.maximum(size, 2))
    spacing = np.minimum(_RING_PX * 0.6, _WIDEST_PX / np.sqrt(size))
    radius = np.where(ring, around, spacing * np.sqrt(place + 0.5))
    angle = np.where(ring, 2 * np.pi * place / size, place * _GOLDEN_ANGLE)
    dx[pin] = np.where(size > 1, radius * np.cos(angle), 0)
    dy[pin] = np.where(size > 1, radius * np.sin(angle), 0)
    return dx, dy


def _number_spots(position: Floats) -> NDArray[np.intp]:
    """Return for each ECEF position the number of the spot that it belongs to."""
    places, belongs = np.unique(np.round(position), axis=0, return_inverse=True)
    neighbours = min(_MOST_NEIGHBOURS, len(places))
    _, near = KDTree(places).query(places, k=neighbours, distance_upper_bound=_SAME_SPOT_M)
    # The tree gives a place too far away a number after the last: the minimum leaves it out.
    first: NDArray[np.intp] = near.reshape(len(places), -1).min(axis=1)[belongs.reshape(-1)]
    return first


def _list_words(texts: pd.Series) -> list[object]:
    """Return texts in which equal ones are one object, not one each."""
    codes, words = pd.factorize(texts)
    return list(words.astype(object)[codes])


def _mask_pins(events: pd.DataFrame) -> Flags:
    pinned = events["location_precision"].isin(PINNED) & events["lon"].notna()
    mask: Flags = pinned.to_numpy()
    return mask


def _known(numbers: pd.Series) -> list[object]:
    return [None if number != number else number for number in numbers.tolist()]


def _to_milliseconds(moments: pd.Series) -> list[object]:
    whole = moments.astype("datetime64[ms, UTC]" if moments.dt.tz else "datetime64[ms]")
    numbers = whole.astype("int64").tolist()
    return [None if unknown else ms for ms, unknown in zip(numbers, whole.isna(), strict=True)]


def _describe_times(events: pd.DataFrame) -> list[object]:
    """Words for the time on the clock of the place, which the frame holds already."""
    shared = find_shared(events, _SHOWN_TIME)
    few = events[_SHOWN_TIME].iloc[shared.first]
    moments = (few[name].dt.to_pydatetime() for name in ("start_local", "end_local"))
    words = shared.spread(
        interval_words(Range(start, end), precision)
        for start, end, precision in zip(*moments, few["time_precision"].tolist(), strict=True)
    )
    # Where the clock was put forward or back, more must be known.
    plain = mask_steady(events["start"], events["end"], events["tz"])
    for row in np.flatnonzero(~plain):
        words[row] = describe_when(events.iloc[row])
    return list(words)


def _describe_status(events: pd.DataFrame) -> list[object]:
    shared = find_shared(events, ["verification", "attribution"])
    few = events.iloc[shared.first]
    pairs = zip(few["verification"], few["attribution"], strict=True)
    words = shared.spread(
        f"{label('verification', one)}; attribution: {label('attribution', other).lower()}"
        for one, other in pairs
    )
    return list(words)


def _describe_distances(events: pd.DataFrame) -> list[object]:
    """Words for the distance to the border; nothing if none was measured."""
    if "distance_m" not in events or events["distance_m"].isna().all():
        return [""] * len(events)
    doubt_m = (events["high_m"] - events["low_m"]) / 2
    columns = [events["distance_m"], events["inside"], doubt_m, events["location_precision"]]
    return [_describe_distance(*each) for each in zip(*columns, strict=True)]


def _describe_distance(distance_m: float, inside: bool, doubt_m: float, precision: str) -> str:
    if np.isnan(distance_m):
        return ""
    words = describe_distance(distance_m, inside, doubt_m, precision)
    return words if inside or distance_m <= doubt_m else f"{words} from the border"

"""Columns of intervals on the clocks of their places; see `local` for one interval."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.times.local import LONGEST_SHIFT, MICROSECOND, SAMPLE, load_zone, span_shown

_SAMPLES = np.arange(0, LONGEST_SHIFT // MICROSECOND + 1, SAMPLE // MICROSECOND)


def span_all_shown(starts: pd.Series, ends: pd.Series, zones: pd.Series) -> pd.DataFrame:
    """Return what `span_shown` does for each interval.

    Parameters
    ----------
    starts, ends : Series of datetime64[us, UTC], n values
    zones : Series of str, n values
        IANA names.

    Returns
    -------
    DataFrame, n rows
        start_local, end_local: naive datetime64[us], indexed like `starts`.
    """
    first, until = _microseconds(starts), _microseconds(ends)
    shown = np.empty((2, len(starts)), dtype="int64")
    for zone, rows in _group_by_zone(zones):
        near_start, near_end = _sample_offsets(first[rows], until[rows] - 1, zone)
        shown[:, rows] = first[rows] + near_start[:, 0], until[rows] + near_end[:, 0]
        # Nearly all intervals have no change of the clock near either end.
        steady = _is_same(near_start) & _is_same(near_end)
        for row in rows[~steady]:
            start, end = (series.iloc[row].to_pydatetime() for series in (starts, ends))
            exact = span_shown(start, end, zone)
            shown[:, row] = np.array([exact.start, exact.end], "datetime64[us]").astype("int64")
    columns = dict(zip(("start_local", "end_local"), shown.view("datetime64[us]"), strict=True))
    return pd.DataFrame(columns, index=starts.index)


def mask_steady(starts: pd.Series, ends: pd.Series, zones: pd.Series) -> NDArray[np.bool_]:
    """Return where the clock has the same offset at both ends of an interval and near them.

    Parameters
    ----------
    starts, ends, zones : Series, n values
        As in `span_all_shown`.
    """
    first, until = _microseconds(starts), _microseconds(ends)
    steady = np.empty(len(starts), dtype=bool)
    for zone, rows in _group_by_zone(zones):
        near_start, near_end = _sample_offsets(first[rows] - 1, until[rows], zone)
        steady[rows] = _is_same(np.hstack([near_start, near_end]))
    return steady


def _group_by_zone(zones: pd.Series) -> Iterator[tuple[ZoneInfo, NDArray[np.intp]]]:
    for name, rows in zones.groupby(zones.to_numpy()).indices.items():
        yield load_zone(str(name)), np.asarray(rows)


def _is_same(offsets: NDArray[np.int64]) -> NDArray[np.bool_]:
    same: NDArray[np.bool_] = (offsets == offsets[:, :1]).all(axis=1)
    return same


def _sample_offsets(
    low: NDArray[np.int64], high: NDArray[np.int64], zone: ZoneInfo
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the offsets after the start of each interval and before its end, none beyond them."""
    low, high = low[:, None], high[:, None]
    return (
        _offsets(np.minimum(low + _SAMPLES, high), zone),
        _offsets(np.maximum(high - _SAMPLES, low), zone),
    )


def _microseconds(instants: pd.Series) -> NDArray[np.int64]:
    naive: NDArray[np.datetime64] = instants.dt.tz_localize(None).to_numpy("datetime64[us]")
    return naive.astype("int64")


def _offsets(instants: NDArray[np.int64], zone: ZoneInfo) -> NDArray[np.int64]:
    """Return how far a clock is ahead of UTC, microseconds, at microseconds since 1970."""
    utc = pd.DatetimeIndex(instants.ravel().view("datetime64[us]")).tz_localize("UTC")
    shown = utc.tz_convert(zone).tz_localize(None).to_numpy("datetime64[us]").astype("int64")
    offsets: NDArray[np.int64] = shown.reshape(instants.shape) - instants
    return offsets

"""Events checked against each other: ids that are used twice, and references between events."""

from collections.abc import Iterator

import numpy as np
from geopandas import GeoDataFrame
from numpy.typing import NDArray

from geo.errors import quote
from geo.events.columns.also_about import flag_referring
from geo.events.columns.shared_values import find_shared
from geo.events.rejections import Rejection, Report

RowNumbers = NDArray[np.int64]
"""The number of each row of a frame in its file, counted from 1."""


def check_references(events: GeoDataFrame, numbers: RowNumbers, report: Report) -> GeoDataFrame:
    """Return the events that are also good together.

    The second of two with one id is rejected. So are casualties that rest on a claim of another
    event which is not there: a number must not be shown without its source. A claim that is also
    about an event which is not there is only noted: nothing shown is wrong by it, and one bad
    event must not reject all others of its night.
    """
    again = events.index.duplicated()
    if again.any():
        first = dict(zip(events.index[~again], numbers[~again].tolist(), strict=True))
        for id_, number in zip(events.index[again], numbers[again].tolist(), strict=True):
            found = f"the id of record {first[id_]} again"
            report.rejected.append(Rejection(number, id_, "id", found, "an id of its own"))
        events, numbers = events[~again], numbers[~again]
    # Rejecting one event can leave the next without its claim: repeat until nothing changes.
    while unfounded := list(_find_unfounded(events, numbers)):
        report.rejected += unfounded
        stay = ~events.index.isin([one.id for one in unfounded])
        events, numbers = events[stay], numbers[stay]
    report.notes += _find_unknown_events(events, numbers)
    return events


def _find_unfounded(events: GeoDataFrame, numbers: RowNumbers) -> Iterator[Rejection]:
    """Yield casualties that rest on a claim of another event that is not known."""
    for name in ("killed", "injured"):
        shared = find_shared(events, [name])
        elsewhere = [
            count is not None and count.claim is not None and "#" in count.claim
            for count in events[name].iloc[shared.first]
        ]
        for row in np.flatnonzero(np.array(elsewhere, dtype=bool)[shared.codes]):
            stated = events[name].iloc[row].claim
            other, claim = stated.split("#")
            claims = events.at[other, "claims"] if other in events.index else ()
            if claim not in {one.id for one in claims}:
                wanted = "a claim of an event of this file that is not rejected"
                where = int(numbers[row]), events.index[row], f"{name}.claim"
                yield Rejection(*where, quote(stated), wanted)


def _find_unknown_events(events: GeoDataFrame, numbers: RowNumbers) -> Iterator[str]:
    referring = flag_referring(events)
    for number, event, claims in zip(
        numbers[referring], events.index[referring], events["claims"][referring], strict=True
    ):
        for claim in claims:
            for other in claim.also_about:
                if other not in events.index:
                    where = f"record {number} ({event}), claim {claim.id}"
                    what = "an event that is not in this file or is rejected"
                    yield f"{where}: also about {quote(other)}, {what}"

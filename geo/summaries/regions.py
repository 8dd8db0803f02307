"""What was found in each region: how many events, when, how far out, and how well checked."""

import pandas as pd

from geo.events.vocabulary import CHECKED
from geo.link.filters import is_kept
from geo.summaries.count import ChartBasis, build_basis
from geo.summaries.sentences import Subject, describe_bars
from geo.times import Zone, intervals


def count_regions(
    events: pd.DataFrame, presence: pd.Series, zone: Zone
) -> tuple[pd.DataFrame, ChartBasis]:
    """Return a row for each region that a view's events name.

    Parameters
    ----------
    events : DataFrame, n rows
    presence : Series of str, n values
    zone : {"place", "utc"}

    Returns
    -------
    DataFrame, indexed by region, the one with most events first
        definite, possible, checked (verified at least in part), first, last (naive: from the
        earliest possible start to the latest possible end), low_km, high_km (from the border,
        negative inside; NaN where not measured).
    ChartBasis
    """
    shown = events[is_kept(presence)]
    start, end = intervals(shown, zone)
    rows = pd.DataFrame(
        {
            "region": shown["region"],
            "definite": presence[shown.index] == "definite",
            "possible": presence[shown.index] == "possible",
            "checked": shown["verification"].isin(CHECKED),
            "first": start,
            "last": end,
            "low_km": shown["low_m"] / 1000,
            "high_km": shown["high_m"] / 1000,
        }
    )
    sums, least, most = (
        ["definite", "possible", "checked"],
        ["first", "low_km"],
        ["last", "high_km"],
    )
    how = dict.fromkeys(sums, "sum") | dict.fromkeys(least, "min") | dict.fromkeys(most, "max")
    table = rows.groupby("region").agg(how).astype(dict.fromkeys(sums, int))
    order = (table["definite"] + table["possible"]).sort_values(ascending=False, kind="stable")
    reason = pd.Series("of no stated region", index=shown.index)
    return table.loc[order.index], build_basis(shown, shown["region"].notna(), reason)


def describe_regions(table: pd.DataFrame, basis: ChartBasis) -> str:
    """Return which region has the most events, as far as that is certain.

    Parameters
    ----------
    table : DataFrame
        Of `count_regions`.
    basis : ChartBasis
    """
    subject = Subject(
        unit="region",
        name=lambda row: str(table.index[row]),
        counted=basis.counted,
        among="with a region",
        nothing="No event is recorded in a region",
    )
    return describe_bars(table["definite"], table["possible"], subject)

"""Counts in bins, compared with asking each interval of each bin."""

from hypothesis import given
from hypothesis import strategies as st

from geo.summaries import (
    distribute_distances,
)
from geo.summaries.bins import count_in_bins, stack_bars, sum_bins
from tests.summaries.shipped import view_of

intervals = st.lists(
    st.tuples(st.integers(-30, 130), st.integers(0, 60), st.booleans(), st.sampled_from("ab")),
    max_size=30,
)


@given(intervals, st.lists(st.integers(0, 100), min_size=2, max_size=8, unique=True).map(sorted))
def test_counts_in_bins_are_what_asking_each_interval_of_each_bin_would_give(
    rows: list[tuple[int, int, bool, str]], edges: list[int]
) -> None:
    low, length, sure, words = zip(*rows, strict=True) if rows else ((), (), (), ())
    high = [a + b for a, b in zip(low, length, strict=True)]
    counts = count_in_bins(low, high, sure, words, edges)
    for bin_, word, definite, possible in counts.itertuples(index=False):
        start, end = edges[bin_], edges[bin_ + 1]
        within, touching = 0, 0
        for a, b, certain, own in zip(low, high, sure, words, strict=True):
            overlaps = own == word and (start <= a < end if a == b else a < end and b > start)
            is_within = overlaps and certain and a >= start and b <= end
            within += is_within
            touching += overlaps and not is_within
        assert (definite, possible) == (within, touching)
    if rows:
        assert len(counts) == (len(edges) - 1) * len(set(words))
    assert len(sum_bins(counts, len(edges) - 1)) == len(edges) - 1


def test_a_stacked_bar_is_as_tall_as_all_its_counts() -> None:
    view = view_of()
    spread = distribute_distances(view.record.events, view.presence, "event_type")
    pieces = stack_bars(spread.counts.assign(bar=spread.counts["to_km"]), "bar", ["drone_strike"])
    for bar, rows in pieces.groupby("bar"):
        own = spread.counts[spread.counts["to_km"] == bar]
        assert rows["top"].max() == own["definite"].sum() + own["possible"].sum()
        certain = rows[rows["certain"]]
        assert (certain["top"].max() if len(certain) else 0) == own["definite"].sum()
        assert rows["bottom"].tolist() == [0, *rows["top"].tolist()[:-1]]

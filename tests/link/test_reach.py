"""Circles that only partly fit a distance."""

from geo.link.filters import Filters, apply_filters
from geo.link.reach import Reach
from tests.link.three_events import events, ids_kept


def test_reach_counts_a_circle_that_only_partly_fits_as_possible() -> None:
    presence = apply_filters(events, Filters(reach=Reach(30, 500)))
    assert list(presence) == ["definite", "possible", "hidden"]


def test_an_event_inside_the_border_is_nearer_than_any_distance() -> None:
    assert ids_kept(Filters(reach=Reach(high_km=0))) == ["inside"]
    assert ids_kept(Filters(reach=Reach(low_km=0))) == ["far", "near"]

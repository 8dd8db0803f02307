"""The side bar: everything a reader filters by, with counts that follow the map in the browser."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from urllib.parse import parse_qs

import streamlit as st

from geo.link.filters import Filters, is_default
from geo.story.view import View, read_link
from geo.times import ZONES, Range
from ui.components.declare import declare_component
from ui.components.panels import show_panels
from ui.components.record_map import build_scene
from ui.components.reports import answer, describe_answered, pass_text
from ui.page.view import change_filters, change_link
from ui.sessions.reader import load_reader

_panel = declare_component("filter_panel", "mountFilterPanel", "700px")
_KEY = "filters"
# As geo/drawing/browser/filters/date_controls.js names it.
_ALL_DATES = "*"


def show_sidebar(view: View, has_map: bool = False) -> None:
    """Show the filters of a view; in a frame of another page there are none."""
    show_panels(view, has_map)
    if st.context.is_embedded:
        return
    ranges = {_ALL_DATES: None, **view.story.ranges}
    filters = view.link.filters
    chosen = [id_ for id_, range_ in ranges.items() if _is_chosen(range_, filters)]
    with st.container(key="filters_side"):
        _panel(
            key=_KEY,
            data={
                **asdict(build_scene(view).state),
                "answered": describe_answered(),
                "key": _KEY,
                "choices": "record",
                "preset": chosen[0] if chosen else None,
                "dated": filters.range is not None,
                "filtered": not is_default(filters),
                # Elsewhere the page has a control of its own, or shows today's record.
                "knowable": has_map,
                "search": asdict(view.search_note),
            },
            on_report_change=answer(
                _KEY,
                filters=pass_text(lambda filters: choose_filters(filters, view)),
                preset=pass_text(lambda preset: _choose_range(preset, ranges)),
                zone=pass_text(_choose_zone),
                all=lambda _: clear_filters(),
            ),
        )


def clear_filters() -> None:
    """Show all events again; a way back from everywhere."""
    change_link(filters=Filters(zone=load_reader().link.filters.zone))


def _is_chosen(preset: Range | None, filters: Filters) -> bool:
    # Read in UTC, the same hours are another night.
    return preset == filters.range and (preset is None or filters.zone == "place")


def choose_filters(written: str, view: View) -> None:
    """Apply filters that a browser reports; those that this record lacks are left out."""
    asked, _ = read_link(view.record, parse_qs(written))
    # The dates have their own controls, and a page of today's record none for what was known.
    kept = load_reader().link.filters
    known = asked.filters.known or (None if view.link.known else kept.known)
    change_link(filters=replace(asked.filters, range=kept.range, zone=kept.zone, known=known))


def _choose_range(preset: str, ranges: Mapping[str, Range | None]) -> None:
    if preset in ranges:
        # A preset is written in the time of the place: the night of an incident is there.
        change_filters(range=ranges[preset], zone="place")


def _choose_zone(zone: str) -> None:
    if zone in ZONES:
        change_filters(zone=zone)

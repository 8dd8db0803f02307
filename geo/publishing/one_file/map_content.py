"""What the map of a one-file briefing shows at each step, with the files that it would ask for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import timedelta
from itertools import groupby

from pydeck import Deck, Layer

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.camera import choose_camera, to_view_state
from geo.drawing.colours.event_colours import Colouring, choose_colouring
from geo.drawing.colours.palette import THEMES
from geo.drawing.drawn_record import DrawnRecord, draw_layers, draw_record, draw_selection
from geo.drawing.map_state import build_map_state
from geo.drawing.map_style import store_map_style
from geo.link.search.roman_letters import list_roman_letters
from geo.publishing.embedded_files import EmbeddedFiles
from geo.story.briefings.briefing import Briefing, Step, read_step_link
from geo.story.view import View, build_view
from geo.times import Range, choose_time_domain, milliseconds

# The finest drawing of a part that is not larger; the measured line then lies within 400 m.
_MOST_BYTES = 120_000
_MOST_RIVER_BYTES = 30_000
# What a page of one file can do without.
_LEFT_OUT = ("urban",)
_HEIGHT = "560px"


def choose_colourings(view: View) -> dict[str, Colouring]:
    """Return the colours of a view's link for the light and the dark theme."""
    return {
        theme: choose_colouring(view.link, view.record, view.story, palette)
        for theme, palette in THEMES.items()
    }


def build_map_content(
    briefing: Briefing, view: View, colourings: Mapping[str, Colouring]
) -> dict[str, object]:
    """Return what the page's JavaScript reads: steps, base layers, headlines, letters and files.

    Raises
    ------
    StoryFileError
        If a file of the base map cannot be read.
    """
    embedded = EmbeddedFiles({})
    drawn = draw_light_record(view, embedded)
    return {
        **describe_steps(briefing, view, drawn, embedded),
        "base": describe_base(drawn, colourings, embedded),
        "letters": list_roman_letters(),
        "answers": embedded.by_address,
    }


def draw_light_record(view: View, embedded: EmbeddedFiles) -> DrawnRecord:
    """Return a record as it is drawn, over a lighter base map.

    Raises
    ------
    StoryFileError
        If a file of the base map cannot be read.
    """
    drawn = draw_record(view.current, embedded.store)
    return replace(drawn, basemap=simplify_basemap(drawn.basemap))


def describe_base(
    drawn: DrawnRecord, colourings: Mapping[str, Colouring], embedded: EmbeddedFiles
) -> dict[str, list[object]]:
    """Return the layers under every step, for each theme."""
    return {
        theme: _write_layers(draw_layers(drawn, colourings[theme], palette, embedded.store))
        for theme, palette in THEMES.items()
    }


def describe_steps(
    briefing: Briefing, view: View, drawn: DrawnRecord, embedded: EmbeddedFiles
) -> dict[str, object]:
    """Return what the map shows at each step of a briefing, and the headlines."""
    return {
        "steps": [_describe_step(step, view, drawn, embedded) for step in briefing.steps],
        "headlines": [step.headline for step in briefing.steps],
    }


def simplify_basemap(basemap: Basemap) -> Basemap:
    """Return a base map with one drawing of each part for all zooms: the finest of modest size."""
    lighter = []
    for part, drawings in groupby(basemap.drawings, key=lambda drawing: drawing.part):
        if part in _LEFT_OUT:
            continue
        coarse, *finer = sorted(drawings, key=lambda drawing: drawing.min_zoom)
        most = _MOST_RIVER_BYTES if part == "rivers" else _MOST_BYTES
        modest = [drawing for drawing in finer if len(drawing.geojson) <= most]
        chosen = modest[-1] if modest else coarse
        lighter.append(replace(chosen, min_zoom=coarse.min_zoom, max_zoom=24.0))
    return replace(basemap, drawings=tuple(lighter))


def _describe_step(
    step: Step, view: View, drawn: DrawnRecord, embedded: EmbeddedFiles
) -> dict[str, object]:
    """Return what the map shows at a step, in the terms of its JavaScript, for both themes."""
    link, _ = read_step_link(step, view.record)
    stepped = build_view(view.current, link)
    whole = view.record.whole_range(link.filters.zone)
    domain, unit = choose_time_domain(link.filters.range, whole)
    options: dict[str, object] = {
        **_describe_bar(domain, unit),
        "whole": _describe_bar(*choose_time_domain(None, whole)),
        "camera": to_view_state(choose_camera(link, view.record)),
        "height": _HEIGHT,
    }
    for theme, palette in THEMES.items():
        colouring = choose_colouring(link, view.record, view.story, palette)
        style = store_map_style(view, colouring, palette, embedded.store)
        state = build_map_state(link, drawn, style, domain, matches=None)
        options[theme] = {
            **asdict(state),
            "selection": _write_layers(
                draw_selection(stepped.selected, drawn, palette, embedded.store)
            ),
        }
    return options


def _describe_bar(domain: Range, unit: timedelta) -> dict[str, object]:
    return {
        "domain": (milliseconds(domain.start), milliseconds(domain.end)),
        "step": unit // timedelta(milliseconds=1),
    }


def _write_layers(layers: list[Layer]) -> list[object]:
    written: list[object] = json.loads(Deck(layers, map_provider=None).to_json()).get("layers", [])
    return written

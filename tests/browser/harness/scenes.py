"""Events that the components are tried on: the record, a grid of random intervals, hostile text."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random

import pydeck as pdk

from geo.drawing.colours.event_colours import Colouring, Shade
from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.event_layer import build_event_layer
from geo.drawing.marks.marks import MARKS
from geo.drawing.rows.row_columns import write_columns
from geo.events import read_events
from geo.times import milliseconds
from tests.drawn_rows import list_rows
from web.assets import store_asset

DATA = Path(__file__).parents[3] / "data"
PIXELS = pdk.types.String("pixels")
COLOURS = {
    "one": (196, 30, 58),
    "two": (0, 107, 164),
    "three": (200, 120, 20),
    "four": (96, 96, 104),
}

Row = dict[str, object]
DAY_MS = 86_400_000


@dataclass(frozen=True)
class Scene:
    """Rows by address, the layers over them, and what the time bar spans."""

    rows: list[Row]
    address: str
    layers: list[pdk.Layer]
    domain: tuple[int, int]
    step: int
    bounds: tuple[float, float, float, float]


def read_scene(name: str, dark: bool) -> Scene:
    """Return the scene of this name."""
    if name == "grid":
        return _grid()
    if name == "marks":
        return _marks()
    rows = [dict(row) for row in _record_rows()]
    if name == "hostile":
        for row, title in zip(rows, HOSTILE, strict=False):
            row["title"] = row["place"] = row["when"] = title
    domain = (milliseconds(datetime(2022, 2, 24)), milliseconds(datetime(2023, 8, 24)))
    return _scene(rows, [*_land(dark), _events(store_rows(rows))], domain, DAY_MS)


HOSTILE = [
    "<img src=x onerror=\"window.hostile='title'\">",
    "</script><script>window.hostile='script'</script>",
    "@@=window.hostile='expression'",
    "![x](javascript:window.hostile='link') **bold**",
    "{title} ${title} \u202eright to left",
]


def store_json(content: object, name: str) -> str:
    """Return the address of content."""
    return store_asset(json.dumps(content, ensure_ascii=False).encode(), "application/json", name)


def store_rows(rows: list[Row]) -> str:
    """Return the address of rows."""
    columns = [(name, [row.get(name) for row in rows]) for name in (rows[0] if rows else ())]
    return store_asset(write_columns(len(rows), columns), "application/json", "rows.json")


def store_facets(number: int) -> str:
    """Return the address of facets that say which rows are even and which odd."""
    words = [{"id": word, "label": word, "meaning": ""} for word in ("even", "odd")]
    parity = {"name": "parity", "parameter": "group", "title": "Parity", "words": words}
    unknown = [None] * number
    fields = [{**parity, "codes": [place % 2 for place in range(number)]}]
    distances = {"low": unknown, "high": unknown}
    never = [-1] * number
    history = {"reported": unknown, "versions": [], "changed": never, "added": never}
    return store_json({"fields": fields, "voices": [], **distances, **history}, "facets.json")


def _scene(rows: list[Row], layers: list[pdk.Layer], domain: tuple[int, int], step: int) -> Scene:
    return Scene(rows, store_rows(rows), layers, domain, step, (22.0, 43.5, 49.0, 60.2))


@cache
def _record_rows() -> list[Row]:
    rows = list_rows(read_events(DATA / "events.geojson").events)
    groups = dict(zip(("kremlin", "infrastructure", "moscow_region"), COLOURS, strict=False))
    solid = {"verification": "verified"}  # Marks of one colour can be counted by their pixels.
    return [{**row, **solid, "group": groups.get(str(row["group"]), "four")} for row in rows]


def _land(dark: bool) -> list[pdk.Layer]:
    land, line = ((38, 43, 50), (80, 86, 94)) if dark else ((247, 246, 242), (190, 188, 182))
    path = DATA / "basemap" / "world.geojson"
    address = store_asset(path.read_bytes(), "application/geo+json", path.name)
    return [
        pdk.Layer(
            "GeoJsonLayer",
            data=address,
            id="base-world",
            stroked=True,
            get_fill_color=land,
            get_line_color=line,
            get_line_width=1,
            line_width_units=PIXELS,
        ),
        # Only to see that a layer's own zooms are kept.
        pdk.Layer(
            "ScatterplotLayer",
            data=[{"lon": 30, "lat": 50}],
            id="base-near",
            get_position="[lon, lat]",
            get_radius=20,
            radius_units=PIXELS,
            min_zoom=7,
        ),
    ]


def _events(address: str) -> pdk.Layer:
    shades = tuple(Shade(word, word, colour) for word, colour in COLOURS.items())
    return build_event_layer(
        address, Colouring("group", shades, COLOURS["four"]), LIGHT, store_asset
    )


def _grid() -> Scene:
    """600 events with random intervals in the years 1000 to 2999, a degree apart."""
    random = Random(20230503)
    first, last = milliseconds(datetime(1000, 1, 1)), milliseconds(datetime(2999, 12, 31))
    rows: list[Row] = []
    for i in range(600):
        start = random.randrange(first, last)
        length = random.choice([1, 1000, 60_000, 3_600_000, 86_400_000, 40 * 86_400_000, 10**12])
        rows.append(
            {
                "id": f"e{i}",
                "title": f"Event {i}",
                "lon": -14 + i % 30,
                "lat": -9 + i // 30,
                "t0": start,
                "t1": start + length,
                "l0": start + 3 * 3_600_000,
                "l1": start + length + 3 * 3_600_000,
                "group": "one",
                "verification": "verified",
                "pin": True,
                "r": 10,
                "dx": 0,
                "dy": 0,
            }
        )
    address = store_rows(rows)
    return Scene(rows, address, [_events(address)], (first, last), DAY_MS, (-15, -10, 16, 11))


def _marks() -> Scene:
    """One event for each word of verification, from west to east."""
    rows: list[Row] = [
        {
            "id": word,
            "title": word,
            "lon": 2 * place - 6,
            "lat": 0,
            **dict.fromkeys(("t0", "l0"), 0),
            **dict.fromkeys(("t1", "l1"), DAY_MS),
            "group": "one",
            "verification": word,
            "pin": True,
            "r": 10,
            "dx": 0,
            "dy": 0,
        }
        for place, word in enumerate(MARKS)
    ]
    address = store_rows(rows)
    return Scene(rows, address, [_events(address)], (0, DAY_MS), DAY_MS, (-7, -4, 7, 4))

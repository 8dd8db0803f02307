"""The base map as pydeck layers, below the events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pydeck as pdk

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.basemap.drawings import Drawing
from geo.drawing.basemap.labels import BANDS, TextLayerRow
from geo.drawing.basemap.tile_layers import DETAIL_FROM, FINER_FROM, TileSet, build_tile_layer
from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.store import Store, store_json

_PIXELS = pdk.types.String("pixels")
FONT = pdk.types.String("'Source Sans', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif")
# Found by eye at one and two device pixels: strokes as strong as the browser's own, dots on the i.
_LETTERS = {
    "sdf": True,
    "fontSize": 48,
    "buffer": 14,
    "radius": 20,
    "cutoff": 0.2,
    "smoothing": 0.18,
}
# Accessors for a row of `place_labels`.
_AS_NAMES = {
    "character_set": pdk.types.String("auto"),
    "get_position": "[lon, lat]",
    "get_size": "size",
    "get_text_anchor": "anchor",
    "get_alignment_baseline": "baseline",
    "get_pixel_offset": "[dx, dy]",
    "font_family": FONT,
    "font_weight": 400,
    "font_settings": _LETTERS,
    "outline_width": 12,
}


def build_basemap_layers(
    basemap: Basemap,
    palette: Palette,
    names: Sequence[TextLayerRow],
    store: Store,
    tiles: Sequence[TileSet] = (),
) -> list[pdk.Layer]:
    """Return the base map as layers, whose ids all start with "base-".

    Parameters
    ----------
    basemap : Basemap
    palette : Palette
        The sea is not a layer: it is the colour below all of them.
    names : sequence of dict
        Of `place_labels`.
    store : callable
        Takes content, media type and file name; returns the address to read it from.
    tiles : sequence of TileSet
        The lowest first; below the border and the names.
    """
    if tiles:
        basemap = replace(basemap, drawings=tuple(map(_leave_to_tiles, basemap.drawings)))
    layers = [
        layer
        for drawing in basemap.drawings
        if drawing.part != "border"
        for layer in _build_layers(drawing, palette, store)
    ]
    layers += [build_tile_layer(each, palette) for each in tiles]
    layers += [
        layer
        for drawing in basemap.drawings
        if drawing.part == "border"
        for layer in _build_layers(drawing, palette, store)
    ]
    if tiles:
        layers += _build_town_layers(palette)
    if not names:
        return layers
    address = store_json(names, "names.json", store)
    bands = sorted({int(name["band"]) for name in names})
    return layers + [
        layer for band in bands for layer in _build_name_layers(band, address, palette)
    ]


def _leave_to_tiles(drawing: Drawing) -> Drawing:
    """Return a drawing without the zooms at which tiles have the same in more detail."""
    return replace(drawing, max_zoom=FINER_FROM) if drawing.part == "urban" else drawing


# Which parts are drawn as areas, and which as lines, so thin that segments need no joints.
_AREAS = ("world", "countries", "home", "urban", "lakes")
_LINES = ("world", "countries", "rivers", "regions", "border")


def _build_layers(drawing: Drawing, palette: Palette, store: Store) -> Iterator[pdk.Layer]:
    fill, line, width = choose_part_style(drawing.part, palette)
    # One name for all, so that the same shape is read once for its area and its line.
    data = store(drawing.geojson, "application/geo+json", "basemap.geojson")
    zooms = {"min_zoom": drawing.min_zoom, "max_zoom": drawing.max_zoom}
    if drawing.part in _AREAS:
        yield pdk.Layer(
            "SolidPolygonLayer",
            id=f"base-{drawing.part}-{drawing.min_zoom:g}",
            data=data,
            get_polygon="-",
            get_fill_color=fill,
            **zooms,
        )
    if drawing.part in _LINES:
        yield pdk.Layer(
            "LineLayer",
            id=f"base-{drawing.part}-line-{drawing.min_zoom:g}",
            data=data,
            get_color=line,
            get_width=width,
            width_units=_PIXELS,
            **zooms,
        )


def choose_part_style(part: str, palette: Palette) -> tuple[Colour, Colour, float]:
    """Return the fill, the line and its width in pixels of a part of the map."""
    return {
        "world": (palette.land, palette.country_line, 0.8),
        "countries": (palette.land, palette.country_line, 1.0),
        "home": (palette.home, palette.home, 0.0),
        "urban": (palette.urban, palette.urban, 0.0),
        "lakes": (palette.lake, palette.lake, 0.0),
        "rivers": (palette.land, palette.river, 1.0),
        "regions": (palette.land, palette.region_line, 0.9),
        "border": (palette.home, palette.border, 1.3),
    }[part]


def _build_name_layers(band: int, address: str, palette: Palette) -> Iterator[pdk.Layer]:
    low, high = BANDS[band]
    here = f"band == {band}"
    yield pdk.Layer(
        "ScatterplotLayer",
        id=f"base-dots-{low:g}",
        data=address,
        get_position="[lon, lat]",
        get_radius=f"{here} && kind == 'city' ? 2 : 0",
        radius_units=_PIXELS,
        get_fill_color=palette.city,
        min_zoom=low,
        max_zoom=high,
    )
    yield pdk.Layer(
        "TextLayer",
        id=f"base-names-{low:g}",
        data=address,
        band=band,
        get_text=f"{here} ? text : ''",
        get_color=f"kind == 'city' ? {[*palette.city]} : "
        f"kind == 'sea' ? {[*palette.water]} : {[*palette.place]}",
        outline_color=palette.halo,
        min_zoom=low,
        max_zoom=high,
        **_AS_NAMES,
    )


def _build_town_layers(palette: Palette) -> list[pdk.Layer]:
    """Return the layers of the towns in tiles: the browser gives them their rows."""
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id="base-towns-dots",
            data=[],
            get_position="[lon, lat]",
            get_radius=1.5,
            radius_units=_PIXELS,
            get_fill_color=palette.city,
            min_zoom=DETAIL_FROM,
        ),
        pdk.Layer(
            "TextLayer",
            id="base-towns-names",
            data=[],
            get_text="text",
            get_color=palette.city,
            outline_color=palette.halo,
            min_zoom=DETAIL_FROM,
            **_AS_NAMES,
        ),
    ]

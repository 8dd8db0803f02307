"""The base map of a picture: areas, lines and names."""

from collections.abc import Sequence

import shapely

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.basemap.drawings import Drawing
from geo.drawing.basemap.labels import BANDS, estimate_width, place_labels
from geo.drawing.basemap.layers import choose_part_style
from geo.drawing.picture.canvas import Canvas
from geo.drawing.picture.ink import Align, TextStyle, paint, to_rgba, write_line
from geo.drawing.picture.roads import paint_roads
from geo.drawing.picture.visible import project_visible
from geo.events.geometry.arrays import Floats

_ABOVE_BASELINE = {"top": 0.92, "center": 0.33, "bottom": -0.22}
_ALIGN: dict[str, Align] = {"start": "left", "middle": "center", "end": "right"}


def paint_land(canvas: Canvas, basemap: Basemap) -> None:
    """Paint the areas and lines of a base map."""
    zoom = canvas.frame.camera.zoom
    drawings = [each for each in basemap.drawings if each.min_zoom <= zoom < each.max_zoom]
    for drawing in drawings:
        if drawing.part != "border":
            _paint_drawing(canvas, drawing)
    # The border lies over the roads, as on a screen.
    paint_roads(canvas)
    for drawing in drawings:
        if drawing.part == "border":
            _paint_drawing(canvas, drawing)


def _paint_drawing(canvas: Canvas, drawing: Drawing) -> None:
    fill, line, width = choose_part_style(drawing.part, canvas.palette)
    whole = shapely.get_parts(shapely.get_parts(shapely.from_geojson(drawing.geojson)))
    shape = project_visible(whole, canvas.frame)
    flat = shapely.get_dimensions(shapely.get_parts(shape)) == 2
    areas = shapely.multipolygons(shapely.get_parts(shape)[flat])
    lines = shapely.multilinestrings(shapely.get_parts(shape)[~flat])
    outlined = drawing.part == "border"
    for patch in (
        paint(canvas.axes, areas, None if outlined else fill, line if outlined else None, width),
        paint(canvas.axes, lines, None, line, width),
    ):
        if patch:
            canvas.clip(patch)


def write_names(
    canvas: Canvas,
    basemap: Basemap,
    pins: Floats,
    kept_free: Sequence[tuple[float, float, float, float]],
) -> None:
    """Write the names that fit at this zoom and that the frame holds whole.

    Parameters
    ----------
    canvas : Canvas
    basemap : Basemap
    pins : array of float, shape (n, 4)
        Marks not to cover; see `place_labels`.
    kept_free : sequence of (left, top, right, bottom)
        Where no name may lie.
    """
    axes, frame, palette = canvas.axes, canvas.frame, canvas.palette
    zoom = frame.camera.zoom
    edges = shapely.box(frame.left, frame.top, frame.left + frame.width, frame.top + frame.height)
    # The nearest zoom of all ends the last band.
    last = len(BANDS) - 1
    band = next((i for i, (low, high) in enumerate(BANDS) if low <= zoom < high), last)
    for name in place_labels(basemap.places, pins):
        if name["band"] != band:
            continue
        text, size = str(name["text"]), float(name["size"])
        dot = frame.place(float(name["lon"]), float(name["lat"]))[0]
        x, y = dot[0] + float(name["dx"]), dot[1] + float(name["dy"])
        align = _ALIGN[str(name["anchor"])]
        wide = estimate_width(text) * size
        left = x - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        baseline = y + _ABOVE_BASELINE[str(name["baseline"])] * size
        box = shapely.box(left, baseline - size, left + wide, baseline + size * 0.3)
        box = shapely.union(box, shapely.Point(dot))
        if not edges.contains(box) or any(shapely.box(*free).intersects(box) for free in kept_free):
            continue
        city = name["kind"] == "city"
        if city:
            axes.scatter(dot[0], dot[1], s=8, color=to_rgba(palette.city), linewidths=0, zorder=1)
        colour = palette.city if city else palette.water if name["kind"] == "sea" else palette.place
        style = TextStyle(size, colour, align=align, halo=palette.halo)
        write_line(axes, (x, baseline), text, style)

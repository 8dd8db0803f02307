"""The layout of the sheet: the map, its scale and legend, and the words next to it."""

from dataclasses import replace

import pandas as pd
import shapely
from matplotlib.axes import Axes

from geo.drawing.basemap.credits import ROADS_CREDIT
from geo.drawing.camera import choose_camera, find_found_bounds
from geo.drawing.colours.event_colours import choose_colouring
from geo.drawing.colours.legend import PICTURE_NOTES, list_shades, list_verification
from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.drawn_record import DrawnRecord
from geo.drawing.picture.canvas import Canvas, open_canvas
from geo.drawing.picture.chosen import paint_chosen
from geo.drawing.picture.column import write_column
from geo.drawing.picture.events import mask_visible, paint_events
from geo.drawing.picture.land import paint_land, write_names
from geo.drawing.picture.legend import LegendEntry, measure_legend, write_legend
from geo.drawing.picture.map_frame import MapFrame, fit_bounds
from geo.drawing.picture.paper import Paper, Picture
from geo.drawing.picture.roads import shows_roads
from geo.drawing.picture.scale_bar import measure_scale_bar, paint_scale_bar
from geo.events.vocabulary import PINNED
from geo.link.filters import is_kept
from geo.story.view import View


def frame_map(view: View, picture: Picture) -> MapFrame:
    """Return where on the sheet the map of a view lies, and where it looks."""
    paper = picture.paper
    whole = _build_frame(view, paper, paper.height)
    if not paper.has_keys:
        return whole
    keys = _list_keys(view, whole, picture.palette)
    return _build_frame(view, paper, paper.height - measure_legend(keys, whole.width))


def _build_frame(view: View, paper: Paper, height: float) -> MapFrame:
    width = paper.width - paper.column
    camera = choose_camera(view.link, view.record)
    if camera:
        camera = replace(camera, zoom=max(0.0, camera.zoom + paper.zoom))
    else:
        camera = fit_bounds(find_found_bounds(view), width, height)
    return MapFrame(paper.column, 0, width, height, camera)


def compose(axes: Axes, view: View, drawn: DrawnRecord, picture: Picture) -> None:
    """Draw all of a picture on axes that count in drawing units, downwards from the top left."""
    palette = picture.palette
    frame = frame_map(view, picture)
    canvas = open_canvas(axes, frame, palette, is_clear=picture.content == "events")
    bar = measure_scale_bar(frame)
    if picture.content != "events":
        paint_land(canvas, drawn.basemap)
        write_names(canvas, drawn.basemap, drawn.pins, [bar] if picture.paper.has_keys else [])
    if picture.content != "base":
        _paint_found(canvas, view, drawn)
    if picture.paper.has_keys:
        paint_scale_bar(canvas, bar)
        keys = _list_keys(view, _build_frame(view, picture.paper, picture.paper.height), palette)
        write_legend(axes, keys, (frame.left, frame.height), frame.width, palette)
    if picture.paper.column:
        outside = len(view.kept_events) - int(mask_visible(view.kept_events, frame).sum())
        credits = [ROADS_CREDIT] if shows_roads(frame) else []
        write_column(axes, view, outside, picture, credits)


def _paint_found(canvas: Canvas, view: View, drawn: DrawnRecord) -> None:
    """Paint the events that a view finds, and the selected one on top."""
    colouring = choose_colouring(view.link, view.record, view.story, canvas.palette)
    events = view.record.events.loc[drawn.rows.index].join(drawn.rows[["dx", "dy"]])
    events = events.assign(presence=view.presence[drawn.rows.index])
    paint_events(canvas, events[is_kept(events["presence"])], colouring)
    if view.link.event is not None:
        chosen = events.loc[[view.link.event]]
        # The selected event lies on top, and is shown even where the filters hide it.
        paint_events(canvas, chosen, colouring)
        paint_chosen(canvas, chosen.iloc[0])


def _list_keys(view: View, frame: MapFrame, palette: Palette) -> list[list[LegendEntry]]:
    """Return the entries of the legend: only what a frame shows, and a little around it."""
    colouring = choose_colouring(view.link, view.record, view.story, palette)
    events = view.record.events
    shown = events[
        (is_kept(view.presence) & mask_visible(events, frame)) | (events.index == view.link.event)
    ]
    shades = list_shades(colouring, set(shown[colouring.field]))
    noted = _find_noted(view, frame, shown)
    marks = list_verification(set(shown["verification"]))
    marks += [row for row in PICTURE_NOTES if row.id in noted]
    groups = (
        [LegendEntry("verified", shade.colour, shade.label) for shade in shades],
        [LegendEntry(row.id, _choose_ink(row.id, palette), row.label) for row in marks],
    )
    return [group for group in groups if group]


def _choose_ink(symbol: str, palette: Palette) -> Colour:
    return palette.border if symbol == "border" else palette.ink


def _find_noted(view: View, frame: MapFrame, shown: pd.DataFrame) -> set[str]:
    """Return the ids of the notes that a picture needs."""
    selected = view.selected
    box = shapely.box(*frame.bounds())
    areas = [border.area for border in view.record.borders[:1]]
    noted = {
        "disc": not shown["location_precision"].isin(PINNED).all(),
        "possible": (view.presence[shown.index] == "possible").any(),
        "border": any(area.intersects(box) and not area.contains(box) for area in areas),
        "distance": selected is not None and selected["distance_m"] > 0,
    }
    return {id_ for id_, is_noted in noted.items() if is_noted}

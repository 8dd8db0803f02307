"""Rules of places: where an event can lie in this story."""

from collections.abc import Iterator

from geo.border.boxes import Box
from geo.events.geometry.shape_points import measure_reach
from geo.events.sparse.defaults import UNSTATED_PRECISION
from geo.story.check.remark import Checked, Remark


def find_places_out_of_bounds(checked: Checked) -> Iterator[Remark]:
    """Yield places outside the story's bounds, and whether they lie inside when swapped."""
    bounds = checked.story.bounds
    if bounds is None:
        return
    for event, geometry in checked.events.geometry.items():
        if geometry is None or geometry.is_empty:
            continue
        west, south, east, north = geometry.bounds
        corners = [(west, south), (east, north)]
        if all(_is_inside(lon, lat, bounds) for lon, lat in corners):
            continue
        lon, lat = next(corner for corner in corners if not _is_inside(*corner, bounds))
        wanted = f"a place within the story's bounds, {_describe_bounds(bounds)}"
        if all(_is_inside(y, x, bounds) for x, y in corners):
            wanted += f"; swapped? {format_position(lat, lon)} lies inside"
        yield Remark(str(event), "geometry", format_position(lon, lat), wanted)


def find_areas_beyond_their_radius(checked: Checked) -> Iterator[Remark]:
    """Yield lines and areas that reach beyond the circle that stands for them."""
    events = checked.events
    other = events.geometry.notna() & (events.geometry.geom_type != "Point")
    for event, shape, radius_m in zip(
        events.index[other], events.geometry[other], events["radius_m"][other], strict=True
    ):
        reach = measure_reach(shape)
        if radius_m < reach:
            wanted = f"at least {reach}, so that the circle on the map holds all of the geometry"
            yield Remark(str(event), "radius_m", f"{radius_m:g}", wanted)


def find_places_of_unstated_precision(checked: Checked) -> Iterator[Remark]:
    """Yield places that do not state how well they are known."""
    events = checked.events
    unstated = events["location_precision"].eq(UNSTATED_PRECISION) & events.geometry.notna()
    for event, radius_m in events.loc[unstated, "radius_m"].items():
        wanted = f"a precision, or metres; within {radius_m:g} m is assumed"
        yield Remark(str(event), "location_precision", "nothing", wanted)


def _is_inside(lon: float, lat: float, bounds: Box) -> bool:
    west, south, east, north = bounds
    across = west > east
    in_width = (lon >= west or lon <= east) if across else west <= lon <= east
    return in_width and south <= lat <= north


def format_position(lon: float, lat: float) -> str:
    """Return a position as people write it.

    >>> format_position(47.9, 12.2)
    '12.2 N 47.9 E'
    >>> format_position(-8.25, -3)
    '3 S 8.25 W'
    """
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):g} {north} {abs(lon):g} {east}"


def _describe_bounds(bounds: Box) -> str:
    west, south, east, north = bounds
    return f"{format_position(west, south)} to {format_position(east, north)}"

"""The rows of a map, as a browser makes them of the columns that it receives."""

from geopandas import GeoDataFrame

from geo.drawing.event_rows import build_event_columns


def list_rows(events: GeoDataFrame) -> list[dict[str, object]]:
    """Return what the map reads of each event."""
    columns = build_event_columns(events)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

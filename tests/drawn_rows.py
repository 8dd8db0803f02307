"""The rows of a map, as a browser makes them of the columns that it receives."""

from collections.abc import Mapping

from geopandas import GeoDataFrame

from geo.drawing.rows.event_rows import build_event_columns


def list_rows(events: GeoDataFrame) -> list[dict[str, object]]:
    """Return what the map reads of each event."""
    columns = dict(build_event_columns(events))
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def decode_rows(encoded: Mapping[str, object]) -> list[dict[str, object]]:
    """Return the rows of columns as they are sent."""
    columns = encoded["columns"]
    assert isinstance(columns, dict)
    filled = {
        name: each if isinstance(each, list) else [each["words"][code] for code in each["codes"]]
        for name, each in columns.items()
    }
    return [dict(zip(filled, row, strict=True)) for row in zip(*filled.values(), strict=True)]

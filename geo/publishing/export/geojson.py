"""Events as GeoJSON: the record as it is read, with what was computed from it beside."""

from collections.abc import Iterator

from geopandas import GeoDataFrame
from pydantic_core import to_json

from geo.events.frame import to_features
from geo.publishing.export.tables import COMPUTED, Taken


def write_geojson(taken: Taken) -> Iterator[bytes]:
    """Yield a FeatureCollection that `read_events` reads as the same events, a line each.

    The texts of the provenance are members at its top.
    """
    top = to_json({"type": "FeatureCollection", **taken.about.texts()}, indent=1)
    gap = top.removesuffix(b"\n}") + b',\n "features": [\n'
    for part in taken.parts():
        yield gap + b",\n".join(map(to_json, features_with_computed(part)))
        gap = b",\n"
    yield b"\n]}\n"


def features_with_computed(events: GeoDataFrame) -> list[dict[str, object]]:
    """Return GeoJSON features whose properties end with the columns of `COMPUTED`."""
    values = [events[name].astype(object).where(events[name].notna(), None) for name in COMPUTED]
    features = to_features(events)
    for feature, row in zip(features, zip(*values, strict=True), strict=True):
        properties = feature["properties"]
        assert isinstance(properties, dict)
        properties.update(zip(COMPUTED, row, strict=True))
    return features

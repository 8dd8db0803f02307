"""Events as GeoJSON: the record as it is read, with computed properties added."""

from collections.abc import Iterator

from geopandas import GeoDataFrame
from pydantic_core import to_json

from geo.events.columns.frame import to_features
from geo.events.derived import COMPUTED
from geo.publishing.export.selection import Export


def write_geojson(export: Export) -> Iterator[bytes]:
    """Yield a FeatureCollection that `read_events` reads as the same events, one line each.

    The texts of the provenance are members at its top.
    """
    top = to_json({"type": "FeatureCollection", **export.about.texts()}, indent=1)
    gap = top.removesuffix(b"\n}") + b',\n "features": [\n'
    for lines in export.write_parts("geojson", _write_lines):
        yield gap + lines
        gap = b",\n"
    yield b"\n]}\n"


def _write_lines(part: GeoDataFrame) -> bytes:
    return b",\n".join(map(to_json, build_features(part)))


def build_features(events: GeoDataFrame) -> list[dict[str, object]]:
    """Return GeoJSON features whose properties end with the columns of `COMPUTED`.

    Where claims of other events were moved to one, `refiled_claims` follows: what each is called in
    the record.
    """
    values = [events[name].astype(object).where(events[name].notna(), None) for name in COMPUTED]
    features = to_features(events)
    moved = events["refiled_claims"] if "refiled_claims" in events else [None] * len(events)
    for feature, row, others in zip(features, zip(*values, strict=True), moved, strict=True):
        properties = feature["properties"]
        assert isinstance(properties, dict)
        properties.update(zip(COMPUTED, row, strict=True))
        if others:
            properties["refiled_claims"] = others
    return features

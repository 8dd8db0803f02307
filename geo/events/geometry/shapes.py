"""The geometries of a GeoJSON file, checked, and made into shapely's."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, TypeAlias

import numpy as np
import shapely
import shapely.geometry
from pydantic import AfterValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.dataclasses import dataclass
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_STRICT = ConfigDict(strict=True)


class _LonLat:
    """Mark a tuple as lon, lat in degrees; a height is let through, so that it can be noted."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def build_number(limit: float | None = None) -> CoreSchema:
            low = None if limit is None else -limit
            return core_schema.float_schema(strict=True, ge=low, le=limit, allow_inf_nan=False)

        return core_schema.tuple_schema(
            [build_number(180), build_number(90), build_number()],
            variadic_item_index=2,
            min_length=2,
            max_length=3,
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "array",
            "prefixItems": [
                {"type": "number", "title": "lon", "minimum": -180, "maximum": 180},
                {"type": "number", "title": "lat", "minimum": -90, "maximum": 90},
            ],
            "items": {"type": "number"},
            "minItems": 2,
            "maxItems": 3,
        }


Position = Annotated[tuple[float, ...], _LonLat()]
Positions = Annotated[list[Position], Field(min_length=2)]
Rings = Annotated[list[Annotated[list[Position], Field(min_length=4)]], Field(min_length=1)]


@dataclass(frozen=True, slots=True, config=_STRICT)
class Point:
    """One place."""

    type: Literal["Point"]
    coordinates: Position


@dataclass(frozen=True, slots=True, config=_STRICT)
class MultiPoint:
    """Several places of one event."""

    type: Literal["MultiPoint"]
    coordinates: Annotated[list[Position], Field(min_length=1)]


@dataclass(frozen=True, slots=True, config=_STRICT)
class LineString:
    """A line, straight in lon and lat between its positions."""

    type: Literal["LineString"]
    coordinates: Positions


@dataclass(frozen=True, slots=True, config=_STRICT)
class MultiLineString:
    """Several lines of one event."""

    type: Literal["MultiLineString"]
    coordinates: Annotated[list[Positions], Field(min_length=1)]


@dataclass(frozen=True, slots=True, config=_STRICT)
class Polygon:
    """An area: an outer ring and its holes, each closed."""

    type: Literal["Polygon"]
    coordinates: Rings


@dataclass(frozen=True, slots=True, config=_STRICT)
class MultiPolygon:
    """Several areas of one event."""

    type: Literal["MultiPolygon"]
    coordinates: Annotated[list[Rings], Field(min_length=1)]


Coordinates: TypeAlias = "float | Sequence[Coordinates]"
Shapes: TypeAlias = np.ndarray[tuple[int], np.dtype[np.object_]]
AnyGeometry: TypeAlias = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon


def _check_shape(geometry: AnyGeometry) -> AnyGeometry:
    """Let through what can be measured: rings closed and not crossing, lines of some length."""
    if isinstance(geometry, Point | MultiPoint):
        return geometry
    rings: list[list[tuple[float, ...]]] = []
    if isinstance(geometry, Polygon):
        rings = geometry.coordinates
    if isinstance(geometry, MultiPolygon):
        rings = [ring for polygon in geometry.coordinates for ring in polygon]
    if any(ring[0] != ring[-1] for ring in rings):
        reason = "a ring that is not closed"
    else:
        reason = shapely.is_valid_reason(_build_shape(geometry))
    if reason != "Valid Geometry":
        wanted = "closed rings that do not cross" if rings else "a line of some length"
        raise PydanticCustomError("wanted", "{wanted}", {"found": reason, "wanted": wanted})
    return geometry


Geometry = Annotated[
    Annotated[AnyGeometry, Field(discriminator="type")],
    AfterValidator(_check_shape),
]


def has_height(geometry: AnyGeometry | None) -> bool:
    """Return whether any position has more than lon and lat."""
    if geometry is None:
        return False
    if isinstance(geometry, Point):
        return len(geometry.coordinates) > 2
    return any(len(position) > 2 for position in _list_positions(geometry.coordinates))


def to_shapely(geometries: Sequence[AnyGeometry | None]) -> Shapes:
    """Return one shapely geometry for each, in lon and lat, None for None; heights are left out."""
    shapes = np.empty(len(geometries), dtype=object)
    points = [(i, one) for i, one in enumerate(geometries) if isinstance(one, Point)]
    # One call for all points: a hundred thousand of them take milliseconds.
    lonlat = [one.coordinates[:2] for _, one in points]
    shapes[[i for i, _ in points]] = shapely.points(np.array(lonlat, dtype=float).reshape(-1, 2))
    for i, geometry in enumerate(geometries):
        if shapes[i] is None and geometry is not None:
            shapes[i] = _build_shape(geometry)
    return shapes


def _build_shape(geometry: AnyGeometry) -> shapely.Geometry:
    return shapely.geometry.shape(
        {"type": geometry.type, "coordinates": _drop_height(geometry.coordinates)}
    )


def _drop_height(coordinates: Sequence[Coordinates]) -> Sequence[Coordinates]:
    return [part if isinstance(part, float) else _drop_height(part) for part in coordinates][
        : 2 if isinstance(coordinates[0], float) else None
    ]


def _list_positions(coordinates: Sequence[Coordinates]) -> Iterator[Sequence[Coordinates]]:
    if isinstance(coordinates[0], float):
        yield coordinates
        return
    for part in coordinates:
        if not isinstance(part, float):
            yield from _list_positions(part)

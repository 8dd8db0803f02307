"""Files of map tiles for tests, written by the reference library of the format."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

TILES = {(0, 0, 0): b"world", (1, 1, 0): b"north-east", (12, 2200, 1300): b"a town"}


def write_tiles(
    path: Path,
    tiles: dict[tuple[int, int, int], bytes] = TILES,
    compression: Compression = Compression.GZIP,
    metadata: Mapping[str, object] = MappingProxyType({}),
    **header: object,
) -> Path:
    """Write a file of tiles whose bounds are 10 W, 40 N, 20 E, 60 N."""
    with path.open("wb") as file:
        writer = Writer(file)  # type: ignore[no-untyped-call]
        for place, content in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            is_gzip = compression == Compression.GZIP
            writer.write_tile(  # type: ignore[no-untyped-call]
                zxy_to_tileid(*place), gzip.compress(content) if is_gzip else content
            )
        stated = {
            "tile_type": TileType.MVT,
            "tile_compression": compression,
            "min_zoom": min(zoom for zoom, *_ in tiles),
            "max_zoom": max(zoom for zoom, *_ in tiles),
            "min_lon_e7": -100_000_000,
            "min_lat_e7": 400_000_000,
            "max_lon_e7": 200_000_000,
            "max_lat_e7": 600_000_000,
            "center_zoom": 1,
            "center_lon_e7": 0,
            "center_lat_e7": 0,
        }
        writer.finalize({**stated, **header}, dict(metadata))  # type: ignore[no-untyped-call]
    return path

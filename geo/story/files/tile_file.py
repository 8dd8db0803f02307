"""A file of map tiles in the format PMTiles 3, read one tile at a time without trusting it."""

import gzip
import hashlib
import json
import os
import re
import stat
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pmtiles.tile import (
    Compression,
    Entry,
    HeaderDict,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from geo.border.boxes import Box
from geo.errors import Problem, StoryFileError

HIGHEST_ZOOM = 16
MOST_TILE_BYTES = 4 << 20
_HEADER_BYTES = 127
_MOST_DIRECTORY_BYTES = 1 << 20
_MOST_METADATA_BYTES = 4 << 20
_LONGEST_NAME = 40
_DEEPEST = 4
_MOST_CACHED = 64
# A longer number does not fit 64 bits.
_ENDLESS_NUMBER = re.compile(rb"[\x80-\xff]{10}")


@dataclass(frozen=True)
class TileFile:
    """A file of vector tiles.

    Attributes
    ----------
    path : Path
    stamp : str
        Short, and another when the file is.
    min_zoom, max_zoom : int
        Of its tiles, which are 512 pixels wide.
    bounds : Box
        West, south, east, north, as the file states them.
    header : HeaderDict
        As the format has it.
    """

    path: Path
    stamp: str
    min_zoom: int
    max_zoom: int
    bounds: Box
    header: HeaderDict = field(compare=False)

    def read(self, zoom: int, column: int, row: int) -> bytes:
        """Return a tile as Mapbox Vector Tile; empty if the file has none.

        Raises
        ------
        StoryFileError
            If the file cannot be read there, or the tile is larger than `MOST_TILE_BYTES`.
        """
        if not (0 <= zoom <= self.max_zoom and 0 <= column < 1 << zoom and 0 <= row < 1 << zoom):
            return b""
        number = zxy_to_tileid(zoom, column, row)
        offset, length = self.header["root_offset"], self.header["root_length"]
        for _ in range(_DEEPEST):
            entry = find_tile(_read_directory(self, offset, length), number)
            if entry is None:
                return b""
            if entry.run_length:
                start = self.header["tile_data_offset"] + entry.offset
                content = _read_part(self.path, start, entry.length, MOST_TILE_BYTES)
                is_gzip = self.header["tile_compression"] == Compression.GZIP
                return _unzip(self.path, content, MOST_TILE_BYTES) if is_gzip else content
            offset = self.header["leaf_directory_offset"] + entry.offset
            length = entry.length
        raise _fail(self.path, "directories within directories", "at most four")

    def read_layer_names(self) -> tuple[str, ...]:
        """Return the names of the layers that the file states; empty if it states none.

        Raises
        ------
        StoryFileError
            If what the file says of itself cannot be read.
        """
        start, length = self.header["metadata_offset"], self.header["metadata_length"]
        if not length:
            return ()
        content = _read_part(self.path, start, length, _MOST_METADATA_BYTES)
        if self.header["internal_compression"] == Compression.GZIP:
            content = _unzip(self.path, content, _MOST_METADATA_BYTES)
        try:
            layers = json.loads(content).get("vector_layers", [])
            return tuple(str(layer["id"])[:_LONGEST_NAME] for layer in layers)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise _fail(
                self.path, "metadata that are not JSON of layers", "vector_layers"
            ) from error


def open_tile_file(path: Path) -> TileFile:
    """Return a file of tiles whose header has been read.

    Raises
    ------
    StoryFileError
        If it cannot be read, or is not a PMTiles file of vector tiles.
    """
    try:
        header = deserialize_header(_read_part(path, 0, _HEADER_BYTES, _HEADER_BYTES))
    except (MagicNumberNotFound, SpecVersionUnsupported, ValueError, UnicodeDecodeError) as error:
        raise _fail(path, "no PMTiles file", "one of version 3") from error
    low, high = header["min_zoom"], header["max_zoom"]
    west, south = header["min_lon_e7"] / 1e7, header["min_lat_e7"] / 1e7
    east, north = header["max_lon_e7"] / 1e7, header["max_lat_e7"] / 1e7
    if header["tile_type"] != TileType.MVT:
        raise _fail(path, f"tiles of type {header['tile_type'].name}", "vector tiles, MVT")
    for compression in (header["internal_compression"], header["tile_compression"]):
        if compression not in (Compression.NONE, Compression.GZIP):
            raise _fail(path, f"compression {compression.name.lower()}", "gzip or none")
    if not low <= high <= HIGHEST_ZOOM:
        raise _fail(path, f"zooms {low} to {high}", f"zooms of 0 to {HIGHEST_ZOOM}")
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise _fail(path, "bounds that are not on Earth", "west, south, east, north")
    status = path.stat()
    stamp = hashlib.sha256(f"{status.st_mtime_ns} {status.st_size}".encode()).hexdigest()[:16]
    return TileFile(path, stamp, low, high, (west, south, east, north), header)


def _read_part(path: Path, start: int, length: int, most: int) -> bytes:
    """Return a part of a file, which is never a pipe and has these bytes."""
    if not 0 < length <= most:
        raise _fail(path, f"a part of {length:,} bytes", f"at most {most:,}")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _fail(path, "a pipe or a device", "a file")
            if start + length > status.st_size:
                raise _fail(path, "a file that ends early", "a whole one")
            file.seek(start)
            return file.read(length)
    except (OSError, ValueError) as error:
        raise _fail(path, "what cannot be read", "a file of tiles") from error


@lru_cache(maxsize=_MOST_CACHED)
def _read_directory(file: TileFile, offset: int, length: int) -> list[Entry]:
    path = file.path
    content = _read_part(path, offset, length, _MOST_DIRECTORY_BYTES)
    is_gzip = file.header["internal_compression"] == Compression.GZIP
    plain = _unzip(path, content, _MOST_DIRECTORY_BYTES) if is_gzip else content
    if _ENDLESS_NUMBER.search(plain):
        raise _fail(path, "a directory with a number without end", "numbers of 64 bits")
    try:
        return deserialize_directory(gzip.compress(plain, 1))
    except (EOFError, ValueError, IndexError) as error:
        raise _fail(path, "a directory that ends early", "a whole one") from error


def _unzip(path: Path, content: bytes, most: int) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        plain = unzip.decompress(content, most)
    except zlib.error as error:
        raise _fail(path, "a part that is not compressed as stated", "gzip") from error
    if unzip.unconsumed_tail or not unzip.eof:
        raise _fail(path, "a part that is cut off or too large", f"at most {most:,} bytes")
    return plain


def _fail(path: Path, found: str, wanted: str) -> StoryFileError:
    return StoryFileError(Problem("", found, f"{wanted}; cut the tiles again"), file=path.name)

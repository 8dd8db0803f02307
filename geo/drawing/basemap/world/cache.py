"""World maps cached beside their story, so that each is cut once."""

import gzip
import hashlib
import threading
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from weakref import WeakValueDictionary

import shapely
from pydantic import TypeAdapter, ValidationError
from shapely.geometry.base import BaseGeometry

from geo.border.world_files import world_version
from geo.drawing.basemap.world.world_map import Surroundings, WorldMap, WorldPart, draw_world
from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file

_MOST_FILES = 4
# To be raised when the same place would be drawn in another way.
_METHOD = 2
_AS_JSON = TypeAdapter(WorldMap)
# A server that starts asks for the map on the page and for the picture of it at once: a lock for
# each map that is asked for.
_locks: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()


def cached_world_map(
    shown: Surroundings, home: BaseGeometry, parts: frozenset[WorldPart], folder: Path | None
) -> WorldMap:
    """Return what `draw_world` does, from the cache in a folder where it is there.

    Parameters
    ----------
    shown, home, parts
        Of `draw_world`.
    folder : Path or None
        Where the story lies. The cache may be deleted at any time; where it cannot be written,
        the map is cached in memory.
    """
    key = _key(shown, home, parts)
    with _locks.setdefault(key, threading.Lock()):
        return _find_or_draw(key, shown, shapely.to_wkb(home), parts, folder)


@lru_cache(maxsize=2)
def _find_or_draw(
    key: str, shown: Surroundings, home: bytes, parts: frozenset[WorldPart], folder: Path | None
) -> WorldMap:
    path = folder / CACHE_FOLDER / f"world-{key}.json.gz" if folder else None
    if path and (cached := _read(path)):
        return cached
    drawn = draw_world(shown, shapely.from_wkb(home), parts)
    if path:
        # If the cache cannot be written, go on without it.
        with suppress(OSError):
            content = gzip.compress(_AS_JSON.dump_json(drawn), mtime=0)
            write_cache_file(path, content, _MOST_FILES)
    return drawn


def _key(shown: Surroundings, home: BaseGeometry, parts: frozenset[WorldPart]) -> str:
    digest = hashlib.sha256(f"method {_METHOD}, {world_version()}, {sorted(parts)}".encode())
    digest.update(repr(shown).encode())
    digest.update(shapely.to_wkb(home))
    return digest.hexdigest()[:16]


def _read(path: Path) -> WorldMap | None:
    """Return the map of a file; None if it is missing or holds anything else."""
    content = read_cache_file(path)
    try:
        return _AS_JSON.validate_json(gzip.decompress(content)) if content else None
    except (OSError, EOFError, zlib.error, ValidationError):
        return None

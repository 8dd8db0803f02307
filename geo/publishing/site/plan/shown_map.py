"""What a map of a site shows, as a hash: where it is the same, its pictures stay."""

from hashlib import sha256

import shapely

from geo.border.world_files import world_version
from geo.events.files.whole_file import read_whole_file
from geo.story.files.own_file import find_own_file
from geo.story.story_file import BasemapFiles
from geo.story.view import View

# Members of an event that the map shows; the others appear only when it is selected.
_SHOWN = ("lon", "lat", "radius_m", "location_precision", "verification", "group", "event_type")


def hash_map(view: View) -> str:
    """Return a hash of all that the map of a view shows of events, borders and base map.

    What is shown of one event that is selected is not part of it.

    Raises
    ------
    GeoError
        If a file of the base map leads out of the story's folder.
    """
    record, digest = view.record, sha256(world_version().encode())
    for border in record.borders:
        digest.update(shapely.to_wkb(border.polygon))
    for name in BasemapFiles.model_fields:
        digest.update(_read_own(view, name))
    shown = view.presence[record.events.index].tolist()
    columns = (record.events[name].tolist() for name in _SHOWN)
    rows = zip(record.events.index.tolist(), shown, *columns, strict=True)
    digest.update(repr(list(rows)).encode())
    return digest.hexdigest()


def _read_own(view: View, name: str) -> bytes:
    """Return the hash of a file of the story's own base map; nothing if it has none."""
    file = getattr(view.story.basemap, name)
    if name == "credit" or file is None:
        return b""
    path = find_own_file(view.folder, file)
    return sha256(read_whole_file(path)).digest() if path.is_file() else b""

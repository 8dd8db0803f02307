"""GeoJSON of something else: features that were never meant as events."""

import json
from collections import Counter
from dataclasses import fields

from geo.errors import quote
from geo.events.event import Event
from geo.events.reading.read import Reading

# A feature without any of these was not meant as an event.
_TIMES = frozenset({"when", "start", "end"})
_OWN = frozenset(field.name for field in fields(Event)) | _TIMES
_MOST_NAMES = 6


def describe_foreign_features(content: bytes, reading: Reading) -> str | None:
    """Return what the features of a GeoJSON file hold if they are not events; None if they are.

    Parameters
    ----------
    content : bytes
        The file.
    reading : Reading
        What was read of it.
    """
    if len(reading.events) or not reading.rejected:
        return None
    try:
        features = json.loads(content)["features"]
        names = Counter(name for feature in features for name in feature["properties"] or ())
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not names or _TIMES & names.keys():
        return None
    foreign = [name for name, _ in names.most_common() if name not in _OWN]
    if len(foreign) < len(names) / 2:
        return None
    shown = ", ".join(quote(name).strip("'") for name in foreign[:_MOST_NAMES])
    more = f" and {len(foreign) - _MOST_NAMES:,} more" if len(foreign) > _MOST_NAMES else ""
    number = f"{len(features):,} feature{'' if len(features) == 1 else 's'}"
    return f"GeoJSON of another kind: {number} with the properties {shown}{more}"


FOREIGN_WANTED = (
    "events with a title, when and a geometry; geo import FILE --story FOLDER makes events of it"
)

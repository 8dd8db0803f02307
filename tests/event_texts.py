"""Event files for tests: GeoJSON by hand, nothing of geo/ takes part; GeoParquet of read events."""

import copy
import io
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from geopandas import GeoDataFrame
from pyarrow import parquet

from geo.events.columns.arrow import describe_file, to_arrow

_RECORD: dict[str, Any] = {
    "type": "Feature",
    "id": "bridge",
    "geometry": {"type": "Point", "coordinates": [37.6, 55.75]},
    "properties": {
        "title": "Blast reported at a bridge",
        "summary": "A governor reported a blast; the army of the other side denied it.",
        "group": "north",
        "event_type": "sabotage_or_ied",
        "target_type": "rail_or_bridge",
        "verification": "unverified",
        "verified_aspects": [],
        "attribution": "accused_denied",
        "established_by": None,
        "start": "2023-05-03T02:27:00+03:00",
        "end": "2023-05-03T02:28:00+03:00",
        "tz": "Europe/Moscow",
        "time_precision": "minute",
        "place": "Bridge",
        "place_local": None,
        "region": None,
        "location_precision": "town",
        "radius_m": 5000,
        "place_basis": "the reports",
        "territory": {"recognised_country": "Russia", "controlled_by": None},
        "target": None,
        "means_reported": None,
        "damage": None,
        "killed": {"low": 0, "best": 1, "high": None, "claim": "c1"},
        "injured": None,
        "claims": [
            {
                "id": "c1",
                "stance": "accuses",
                "about": ["occurrence", "casualties"],
                "basis": "official_statement",
                "side": "north",
                "actor": "The governor",
                "said_at": "2023-05-03",
                "said_at_precision": "day",
                "summary": "Said that saboteurs had killed a guard.",
                "source": "s1",
            }
        ],
        "sources": [
            {
                "id": "s1",
                "publisher": "A newspaper",
                "title": None,
                "url": "https://example.org/a",
                "date": "2023-05-03",
                "origin": "governor-2023-05-03",
                "is_party": False,
            }
        ],
        "doubt": None,
        "note": None,
        "checked": None,
        "incident": None,
        "kind": "incident",
        "workflow": "published",
    },
}


def record(identity: object = "bridge", **changes: object) -> dict[str, Any]:
    """Return a good event, with changes by path: ``record(claims__0__stance="denies")``.

    Paths begin at the properties, or with ``geometry``.
    """
    made = copy.deepcopy(_RECORD)
    made["id"] = identity
    for path, value in changes.items():
        *parents, last = path.split("__")
        part: Any = made if path.startswith(("geometry", "properties")) else made["properties"]
        for name in parents:
            part = part[int(name) if isinstance(part, list) else name]
        part[int(last) if isinstance(part, list) else last] = value
    return made


def claim_of(number: int, **members: object) -> dict[str, object]:
    """Return a statement on what happened, with changes by member."""
    usual: dict[str, object] = {
        "id": f"c{number}",
        "stance": "asserts",
        "about": ["occurrence"],
        "basis": "official_statement",
        "side": "north",
        "actor": f"Speaker {number}",
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": f"Said so, the {number}th.",
        "source": "s1",
    }
    return usual | members


def collection(*records: object, **members: object) -> bytes:
    """Return the text of a file with these events."""
    made = {"type": "FeatureCollection", **members, "features": list(records)}
    return json.dumps(made, ensure_ascii=False).encode()


def geoparquet(events: GeoDataFrame, about: Mapping[str, str]) -> bytes:
    """Return events as the content of a GeoParquet file."""
    out = io.BytesIO()
    texts = describe_file(events.geometry, about)
    parquet.write_table(to_arrow(events).replace_schema_metadata(texts), out, compression="zstd")
    return out.getvalue()


# Letters and a symbol that show nothing.
_EMPTY_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def shows_something(text: str) -> bool:
    """Return whether a text has a visible letter, number or symbol, and none that is hidden."""
    return not any("\U000e0000" <= one <= "\U000e007f" for one in text) and any(
        unicodedata.category(one)[0] in "LNPS" and one not in _EMPTY_LETTERS for one in text
    )

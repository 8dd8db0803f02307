"""Event files of any size that the reader accepts, for measuring: the same at each run."""

import io
import json
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import shapely
from pyarrow import parquet

from geo.events import parse_events
from geo.events.columns.arrow import describe_file, to_arrow
from geo.events.vocabulary import VOCABULARY

GROUPS = ("first", "second", "third", "fourth")
_FIRST_DAY = datetime(2022, 2, 24, tzinfo=UTC)
_DAYS = 540
_ZONES = tuple(map(ZoneInfo, ("Europe/Kyiv", "Europe/Moscow", "Europe/Samara")))
_RADIUS_M = {
    "exact": 10,
    "vicinity": 100,
    "locality": 1_000,
    "town": 5_000,
    "district": 25_000,
    "region": 150_000,
    "country": 1_000_000,
}
# How long an event of each precision of time may have lasted; the other precisions are left out.
_LASTED = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "part_of_day": timedelta(hours=6),
    "day": timedelta(days=1),
}


def event_file(count: int, groups: Sequence[str] = GROUPS) -> bytes:
    """Return a GeoJSON file of `count` events spread over 18 months and a box around Ukraine.

    Parameters
    ----------
    count : int
    groups : sequence of str
        What the events are grouped by.

    Returns
    -------
    bytes
        About 2 kB an event: two claims and two sources each, with letters beyond ASCII.
    """
    chance = random.Random(20230503)
    lines = (_feature(number, groups, chance) for number in range(count))
    top = '{"type":"FeatureCollection","title":"Made to measure","features":[\n'
    return (top + ",\n".join(lines) + "\n]}\n").encode()


def event_table(count: int, different: int = 20_000) -> bytes:
    """Return GeoParquet of `count` events: each with its own id, title, place and time.

    All else is that of `different` events of `event_file`, over and over.
    """
    made = parse_events(event_file(min(count, different)))
    few = to_arrow(made.events).replace_schema_metadata(
        describe_file(made.events.geometry, made.about)
    )
    rows = np.arange(count)
    table = pa.concat_tables([few] * -(-count // len(few))).slice(0, count)
    chance = np.random.default_rng(20230503)
    later_us = chance.integers(0, _DAYS * 86_400, count) * 1_000_000
    points = shapely.points(chance.uniform(22, 60, count), chance.uniform(44, 60, count))
    own = {
        "id": pa.array([f"event-{row}" for row in rows]),
        "title": pa.array([f"Explosion reported, record {row}" for row in rows]),
        "geometry": pa.array(shapely.to_wkb(points)),
    }
    for name in ("start", "end"):
        moments = table.column(name).combine_chunks()
        moved = moments.cast(pa.int64()).to_numpy() + later_us
        own[name] = pa.array(moved).cast(moments.type)
    for name, column in own.items():
        table = table.set_column(table.column_names.index(name), name, column)
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def _feature(number: int, groups: Sequence[str], chance: random.Random) -> str:
    point = [round(chance.uniform(22, 60), 5), round(chance.uniform(44, 60), 5)]
    feature = {
        "type": "Feature",
        "id": f"event-{number}",
        "geometry": {"type": "Point", "coordinates": point},
        "properties": dict(_properties(number, groups, chance)),
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _properties(
    number: int, groups: Sequence[str], chance: random.Random
) -> Iterator[tuple[str, object]]:
    town, region = chance.randrange(2_000), chance.randrange(40)
    precision = chance.choice(list(_RADIUS_M))
    time_precision = chance.choice(list(_LASTED))
    zone = chance.choice(_ZONES)
    start = _start(time_precision, zone, chance)
    yield "title", f"Sounds of an explosion reported near place {town}, record {number}"
    yield "summary", "One party says that drones came, the other does not answer. " * 3
    yield "group", chance.choice(groups)
    yield "event_type", _word("event_type", chance)
    yield "target_type", _word("target_type", chance)
    yield "verification", _word("verification", chance)
    yield "verified_aspects", ["place"]
    yield "attribution", _word("attribution", chance)
    yield "established_by", "nobody yet"
    yield "start", start.isoformat()
    end = start.astimezone(UTC) + _LASTED[time_precision]
    yield "end", end.astimezone(zone).isoformat()
    yield "tz", zone.key
    yield "time_precision", time_precision
    yield "place", f"Place {town}"
    yield "place_local", f"Місце {town}"
    yield "region", f"Region {region}"
    yield "location_precision", precision
    yield "radius_m", _RADIUS_M[precision]
    yield "place_basis", "made up"
    yield "territory", {"recognised_country": "Ukraine", "controlled_by": None}
    yield from dict.fromkeys(("target", "means_reported", "damage")).items()
    yield "killed", {"low": 0, "best": None, "high": 3, "claim": "c1"}
    yield "injured", None
    yield (
        "claims",
        [_claim(1, "asserts", "Ministry of Défense"), _claim(2, "denies", "Міністерство")],
    )
    yield "sources", [_source(1), _source(2)]
    yield from dict.fromkeys(("doubt", "note", "checked", "incident")).items()
    yield "kind", "incident"
    yield "workflow", _word("workflow", chance)


def _start(precision: str, zone: ZoneInfo, chance: random.Random) -> datetime:
    """Return a whole day where no more is known, else any minute, on the clock of a zone."""
    start = _FIRST_DAY + timedelta(minutes=chance.randrange(_DAYS * 24 * 60))
    local = start.astimezone(zone)
    return local.replace(hour=0, minute=0) if precision == "day" else local


def _claim(number: int, stance: str, actor: str) -> dict[str, object]:
    return {
        "id": f"c{number}",
        "stance": stance,
        "about": ["occurrence"],
        "basis": "official_statement",
        "side": f"side-{number}",
        "actor": actor,
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": "What this speaker said about it, in our words",
        "source": f"s{number}",
    }


def _source(number: int) -> dict[str, object]:
    return {
        "id": f"s{number}",
        "publisher": f"Agency {number}",
        "title": "A report of the day",
        "url": f"https://example.org/{number}",
        "date": "2023-05-03",
        "origin": f"agency-{number}",
        "is_party": False,
    }


def _word(field: str, chance: random.Random) -> str:
    return chance.choice(list(VOCABULARY[field]))


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(event_file(int(sys.argv[1])))

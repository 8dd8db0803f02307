"""Files of good events of every shape, made as plain JSON."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.event_texts import record, shows_something

_NO_LINE = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=_NO_LINE),
    min_size=1,
    max_size=30,
).filter(shows_something)
MAYBE_TEXT = st.none() | TEXT
LON = st.floats(-180, 180)
LAT = st.floats(-90, 90)
ZONES = ["Europe/Moscow", "Asia/Kathmandu", "Pacific/Kiritimati", "America/New_York", "UTC"]


@st.composite
def geometries(draw: st.DrawFn) -> dict[str, Any]:
    """Points of any precision, and lines and areas large enough to be valid."""
    lon, lat = draw(st.floats(-170, 170)), draw(st.floats(-80, 80))
    width, height = draw(st.floats(1e-3, 9)), draw(st.floats(1e-3, 9))
    east, north = lon + width, lat + height
    ring = [[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]
    return draw(
        st.sampled_from(
            [
                {"type": "Point", "coordinates": [draw(LON), draw(LAT)]},
                {"type": "MultiPoint", "coordinates": [[lon, lat], [draw(LON), draw(LAT)]]},
                {"type": "LineString", "coordinates": ring[:3]},
                {"type": "MultiLineString", "coordinates": [ring[:2], ring[2:4]]},
                {"type": "Polygon", "coordinates": [ring]},
                {"type": "MultiPolygon", "coordinates": [[ring]]},
            ]
        )
    )


@st.composite
def intervals(draw: st.DrawFn) -> dict[str, str]:
    """Start, end and zone, written as the zone's own clock shows them."""
    naive = st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 1))
    start = draw(naive).replace(tzinfo=UTC)
    end = start + draw(st.timedeltas(timedelta(microseconds=1), timedelta(days=30)))
    zone = draw(st.sampled_from(ZONES))

    def text(instant: datetime) -> str:
        local = instant.astimezone(ZoneInfo(zone)).isoformat()
        # The offsets of before about 1900 have seconds, which ISO 8601 lacks.
        return local if local[-6] in "+-" else instant.isoformat()

    return {"start": text(start), "end": text(end), "tz": zone}


@st.composite
def records(draw: st.DrawFn, identity: str) -> dict[str, Any]:
    """One good event with odd texts, places, times and numbers."""
    made = record(identity)
    properties = made["properties"]
    made["geometry"] = draw(geometries())
    properties |= draw(intervals())
    for name in ("title", "summary", "group", "place", "place_basis"):
        properties[name] = draw(TEXT)
    for name in ("place_local", "region", "target", "damage", "doubt", "note", "incident"):
        properties[name] = draw(MAYBE_TEXT)
    properties["checked"] = draw(st.none() | st.lists(TEXT, max_size=3))
    metres = st.floats(0, 20_037_508, exclude_min=True) | st.integers(1, 20_037_508)
    properties["radius_m"] = draw(metres)
    counts = sorted(draw(st.lists(st.integers(0, 10_000_000), min_size=3, max_size=3)))
    properties["injured"] = {
        "low": counts[0],
        "best": draw(st.sampled_from([None, counts[1]])),
        "high": counts[2],
        "claim": draw(st.sampled_from([None, "c1", "first#c1"])),
    }
    claim = properties["claims"][0]
    claim["said_at"] = draw(st.sampled_from([None, "2023", "2023-05", "2023-05-03T02:37+03:00"]))
    unless_null = {
        "where": draw(MAYBE_TEXT),
        "channel": draw(MAYBE_TEXT),
        "also_about": draw(st.sampled_from([None, ["first"], ["first", "elsewhere"]])),
        "distance_km": draw(st.none() | st.floats(0, 20_038) | st.integers(0, 20_038)),
    }
    claim |= {name: value for name, value in unless_null.items() if value is not None}
    return made


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """One to three good events, the first called "first"."""
    names = ["first", "2.second", "Third_3-"][: draw(st.integers(1, 3))]
    title = draw(TEXT)
    features = [draw(records(name)) for name in names]
    return {"type": "FeatureCollection", "title": title, "features": features}

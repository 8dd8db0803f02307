"""The kept events as tables: one row an event, one row a claim, one row a source."""

from dataclasses import dataclass, fields
from operator import attrgetter

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from geo.claims import attribution_line, ledgers
from geo.events.event import Claim, Source
from geo.export.adoption import take_part
from geo.export.provenance import Provenance, provenance
from geo.filters import kept
from geo.view import View

# Millimetres, and degrees to a centimetre: as the command `distances` writes them.
_DECIMALS = {"distance_m": 3, "low_m": 3, "high_m": 3, "nearest_lon": 7, "nearest_lat": 7}
COMPUTED = (
    *("presence", "distance_m", "low_m", "high_m", "inside", "nearest_lon", "nearest_lat"),
    "attribution_line",
)
_COLUMNS = (
    *("id", "presence", "title", "start", "end", "start_local", "end_local", "tz"),
    *("time_precision", "group", "kind", "event_type", "target_type", "verification"),
    *("verified_aspects", "attribution", "established_by", "attribution_line", "summary"),
    *("place", "place_local", "region", "recognised_country", "controlled_by", "lon", "lat"),
    *("location_precision", "radius_m", "place_basis", "distance_m", "low_m", "high_m"),
    *("inside", "nearest_lon", "nearest_lat", "target", "means_reported", "damage"),
    *("killed_low", "killed_best", "killed_high", "killed_claim"),
    *("injured_low", "injured_best", "injured_high", "injured_claim"),
    *("any_party_denies", "one_origin_only", "claim_count", "source_count", "source_urls"),
    *("doubt", "note", "checked", "incident", "workflow"),
)
_CLAIM_MEMBERS = tuple(member.name for member in fields(Claim))
_SOURCE_MEMBERS = tuple(member.name for member in fields(Source))[1:]
_claim_members = attrgetter(*_CLAIM_MEMBERS)


@dataclass(frozen=True)
class Taken:
    """What is taken away of a view.

    Attributes
    ----------
    view : View
    events : GeoDataFrame, n rows
        The kept events, with the statements that must come along (`take_part`), and the
        columns of `COMPUTED`; `inside` is missing where there is no distance.
    about : Provenance
    """

    view: View
    events: GeoDataFrame
    about: Provenance


def take(view: View, address: str = "") -> Taken:
    """Return what is taken away of a view that is served at an address."""
    events = view.record.events
    part = take_part(events, kept(view.presence))
    return Taken(view, with_computed(events, part, view.presence), provenance(view, address))


def with_computed(events: GeoDataFrame, part: GeoDataFrame, presence: pd.Series) -> GeoDataFrame:
    """Return a part of the events with the columns of `COMPUTED`.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record: a statement about an event may be filed under any other.
    part : GeoDataFrame, m rows
        Some of the events.
    presence : Series of str, n values
    """
    part = part.round(_DECIMALS)
    return part.assign(
        presence=presence[part.index].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=_attribution_lines(events, part.index),
    )


def _attribution_lines(events: GeoDataFrame, wanted: pd.Index) -> pd.Series:
    here = frozenset(wanted)
    speaks = [
        event in here or any(not here.isdisjoint(claim.also_about) for claim in claims)
        for event, claims in events["claims"].items()
    ]
    lines = ledgers(events[np.array(speaks, dtype=bool)])
    return pd.Series([attribution_line(lines[event]) for event in wanted], wanted, dtype=object)


def events_table(taken: Taken) -> GeoDataFrame:
    """Return one flat row for each event; the geometry as given is the last column.

    Lists become texts, casualties four columns each; a missing value is missing, not a word.
    """
    events = taken.events
    flat = {
        "id": events.index.to_series(),
        "verified_aspects": _joined(events["verified_aspects"], ", "),
        "checked": _joined(events["checked"], " | "),
        "claim_count": events["claims"].map(len).astype("int64"),
        "source_count": events["sources"].map(len).astype("int64"),
        "source_urls": events["sources"].map(
            lambda sources: " ".join(source.url for source in sources if source.url) or None
        ),
        **_casualties("killed", events["killed"]),
        **_casualties("injured", events["injured"]),
    }
    table = events.assign(**flat)[[*_COLUMNS, "geometry"]]
    return table.reset_index(drop=True)


def claims_table(taken: Taken) -> pd.DataFrame:
    """Return one row for each claim, with its source beside it."""
    rows = []
    columns = (taken.events[name] for name in ("title", "claims", "sources"))
    for event, title, claims, sources in zip(taken.events.index, *columns, strict=True):
        known = {source.id: source for source in sources}
        for claim in claims:
            source = known.get(claim.source or "")
            rows.append((event, title, *_claim_members(claim), *_source_members(source)))
    columns_of_source = ("publisher", "source_title", "url", "source_date", "origin", "is_party")
    names = ("event", "event_title", *_CLAIM_MEMBERS, *columns_of_source)
    table = pd.DataFrame(rows, columns=list(names), dtype=object)
    table["about"] = _joined(table["about"], ", ")
    table["also_about"] = _joined(table["also_about"], " ")
    return table.astype({"distance_km": "float64", "is_party": "boolean"})


def sources_table(taken: Taken) -> pd.DataFrame:
    """Return one row for each source of an event."""
    rows = [
        (event, source.id, *_source_members(source))
        for event, sources in taken.events["sources"].items()
        for source in sources
    ]
    table = pd.DataFrame(rows, columns=["event", "id", *_SOURCE_MEMBERS], dtype=object)
    return table.astype({"is_party": "boolean"})


def about_table(taken: Taken) -> pd.DataFrame:
    """Return what the file says about itself, one row for each part."""
    return pd.DataFrame(list(taken.about.texts().items()), columns=["what", "text"], dtype=object)


def _joined(lists: pd.Series, separator: str) -> pd.Series:
    return lists.map(lambda texts: separator.join(texts or ()) or None).astype(object)


def _source_members(source: Source | None) -> tuple[str | bool | None, ...]:
    return tuple(getattr(source, name, None) for name in _SOURCE_MEMBERS)


def _casualties(name: str, counts: pd.Series) -> dict[str, pd.Series]:
    def part(member: str) -> list[int | str | None]:
        return [getattr(count, member, None) for count in counts]

    columns = {
        f"{name}_{member}": pd.Series(part(member), counts.index, dtype="Int64")
        for member in ("low", "best", "high")
    }
    return {**columns, f"{name}_claim": pd.Series(part("claim"), counts.index, dtype=object)}

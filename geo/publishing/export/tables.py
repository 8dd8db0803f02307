"""Events as flat tables: one row per event, per claim or per source."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from operator import attrgetter

import pandas as pd
from geopandas import GeoDataFrame

from geo.events import Actor, Claim, Source
from geo.events.columns.list_cells import write_list
from geo.events.columns.shared_values import find_shared
from geo.events.columns.wkt_cells import LONGEST_IN_TEXT, write_shapes
from geo.events.facts import FACTS
from geo.publishing.export.provenance import Provenance

_COLUMNS = (
    "id",
    "presence",
    "title",
    "start",
    "end",
    "start_local",
    "end_local",
    "tz",
    "time_precision",
    "group",
    "kind",
    "event_type",
    "target_type",
    "verification",
    "verified_aspects",
    "attribution",
    "established_by",
    "attribution_line",
    "summary",
    "place",
    "place_local",
    "region",
    "recognised_country",
    "controlled_by",
    "lon",
    "lat",
    "wkt",
    "location_precision",
    "radius_m",
    "place_basis",
    "distance_m",
    "low_m",
    "high_m",
    "inside",
    "nearest_lon",
    "nearest_lat",
    "target",
    "means_reported",
    "damage",
    "killed_low",
    "killed_best",
    "killed_high",
    "killed_claim",
    "injured_low",
    "injured_best",
    "injured_high",
    "injured_claim",
    "any_party_denies",
    "one_origin_only",
    "statement_count",
    "claim_count",
    "source_count",
    "source_urls",
    "doubt",
    "incident",
)
_CLAIM_MEMBERS = tuple(member.name for member in fields(Claim))
_ACTOR_MEMBERS = tuple(member.name for member in fields(Actor))
_SOURCE_MEMBERS = tuple(member.name for member in fields(Source))[1:]
_TRUTHS = ("actor_named", "is_party", "reads_on")
_claim_members = attrgetter(*_CLAIM_MEMBERS)


def _list_columns() -> list[str]:
    """Return the columns of the table of events; facts that were added later follow casualties."""
    at = _COLUMNS.index("any_party_denies")
    spread = {*_COLUMNS, "killed", "injured"}
    later = [fact.column for fact in FACTS if fact.column not in spread]
    return [*_COLUMNS[:at], *later, *_COLUMNS[at:]]


def tabulate_events(
    events: GeoDataFrame, leave_out: Collection[str] = (), longest_wkt: int = LONGEST_IN_TEXT
) -> pd.DataFrame:
    """Return one flat row for each event, with the shape of a line or area as WKT.

    Lists become texts, casualties four columns each; a missing value is missing, not a word.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        As `add_computed` returns them.
    leave_out : collection of str
        Columns that are not wanted; those of casualties by their member, "killed" or "injured".
    longest_wkt : int, optional
        The most characters of a shape; in place of a longer one it says so.
    """
    wanted = [name for name in _list_columns() if name not in leave_out]
    flat = {name: write(events) for name, write in _WRITERS.items() if name in wanted}
    if "wkt" in wanted:
        shapes = write_shapes(events.geometry.to_numpy(), longest_wkt)
        flat["wkt"] = pd.Series(shapes, events.index, dtype=object)
    for name in ("killed", "injured"):
        if name in leave_out:
            wanted = [one for one in wanted if not one.startswith(f"{name}_")]
        else:
            flat |= _casualties(name, events)
    columns = {name: flat[name] if name in flat else events[name] for name in wanted}
    return pd.DataFrame(columns).reset_index(drop=True)


def tabulate_claims(events: GeoDataFrame) -> pd.DataFrame:
    """Return one row for each claim, with its speaker and its source in the same row.

    `filed_as` is its address in the record, also where it is in the file under another event.
    """
    rows = []
    columns = (events[name] for name in ("title", "claims", "sources"))
    moved = events["refiled_claims"] if "refiled_claims" in events else [None] * len(events)
    for event, title, claims, sources, others in zip(events.index, *columns, moved, strict=True):
        known = {source.id: source for source in sources}
        for claim in claims:
            source = known.get(claim.source or "")
            filed_as = (others or {}).get(claim.id, f"{event}#{claim.id}")
            of_event = event, title, filed_as
            rows.append((*of_event, *_claim_members(claim), *_source_members(source)))
    columns_of_source = ("publisher", "source_title", "url", "source_date", "origin", "is_party")
    names = ("event", "event_title", "filed_as", *_CLAIM_MEMBERS, *columns_of_source)
    table = pd.DataFrame(rows, columns=list(names), dtype=object)
    for name in ("about", "also_about", "accuses"):
        table[name] = _write_lists(table[name])
    _split_actors(table)
    kinds = {"distance_km": "float64"} | dict.fromkeys(_TRUTHS, "boolean")
    return table.astype(kinds)


def _split_actors(table: pd.DataFrame) -> None:
    """Write speakers as a list shows them, and each of their members in a column after it."""
    actors = table["actor"]
    table["actor"] = actors.map(str).astype(object)
    for at, name in enumerate(_ACTOR_MEMBERS, start=list(table).index("actor") + 1):
        members = [getattr(actor, name) for actor in actors]
        table.insert(at, f"actor_{name}", pd.Series(members, actors.index, dtype=object))


def tabulate_sources(events: GeoDataFrame) -> pd.DataFrame:
    """Return one row for each source of an event."""
    rows = [
        (event, source.id, *_source_members(source))
        for event, sources in events["sources"].items()
        for source in sources
    ]
    table = pd.DataFrame(rows, columns=["event", "id", *_SOURCE_MEMBERS], dtype=object)
    return table.astype({"is_party": "boolean"})


def tabulate_provenance(about: Provenance) -> pd.DataFrame:
    """Return what the file says about itself, one row for each part."""
    return pd.DataFrame(list(about.texts().items()), columns=["what", "text"], dtype=object)


def _write_lists(lists: pd.Series) -> pd.Series:
    column = str(lists.name)
    return lists.map(lambda texts: write_list(column, texts or ())).astype(object)


def _source_members(source: Source | None) -> tuple[str | bool | None, ...]:
    return tuple(getattr(source, name, None) for name in _SOURCE_MEMBERS)


# Functions for the columns that are not written as the record holds them.
_WRITERS: Mapping[str, Callable[[pd.DataFrame], pd.Series]] = {
    "id": lambda events: events.index.to_series(),
    "verified_aspects": lambda events: _write_lists(events["verified_aspects"]),
}


def _casualties(name: str, events: pd.DataFrame) -> dict[str, pd.Series]:
    shared = find_shared(events, [name])
    few = events[name].iloc[shared.first].tolist()

    def part(member: str) -> list[int | str | None]:
        return [getattr(count, member, None) for count in few]

    columns = {
        f"{name}_{member}": pd.Series(part(member), dtype="Int64")
        .take(shared.codes)
        .set_axis(events.index)
        for member in ("low", "best", "high")
    }
    claims = shared.spread(part("claim"))
    return {**columns, f"{name}_claim": pd.Series(claims, events.index, dtype=object)}

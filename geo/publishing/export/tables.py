"""The kept events, part after part, as tables: a row an event, a row a claim, a row a source."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from geo.claims import attribution_line, ledgers
from geo.events.event import Claim, Source
from geo.link.filters import kept
from geo.publishing.export.adoption import Adopted, adopt, with_adopted
from geo.publishing.export.provenance import Provenance, provenance
from geo.story.view import View

# So many events fit into any memory, and cost little more each than all at once.
PART = 1_000
Elsewhere = Mapping[str, Sequence[str]]
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
    """What is taken away of a view: its kept events, in parts that fit into any memory.

    Attributes
    ----------
    view : View
    about : Provenance
    rows : array of int, n values
        Where the kept events stand in the record.
    adopted : Adopted
        Statements that they must take along (`adopt`).
    told_elsewhere : dict of str to list of str
        For an event, those others under which a statement about it is filed.
    heard : callable
        Told how many more events were written, each time.
    """

    view: View
    about: Provenance
    rows: np.ndarray
    adopted: Adopted
    told_elsewhere: Elsewhere
    heard: Callable[[int], None]

    def parts(self, rows: np.ndarray | None = None) -> Iterator[GeoDataFrame]:
        """Yield the kept events, `PART` at a time and in order; at least once, if only to no event.

        Each part has the columns of `COMPUTED`; `inside` is missing where there is no distance.
        With `rows` only these.
        """
        events, rows = self.view.record.events, self.rows if rows is None else rows
        for first in range(0, max(len(rows), 1), PART):
            part = with_adopted(events.iloc[rows[first : first + PART]], self.adopted)
            yield with_computed(events, part, self.view.presence, self.told_elsewhere)
            self.heard(len(part))

    def number_of(self, name: str) -> int:
        """Return how many claims, or sources, the kept events have together."""
        kept_events = self.view.record.events[[name]].iloc[self.rows]
        return int(with_adopted(kept_events, self.adopted)[name].map(len).sum())


def take(view: View, address: str = "", heard: Callable[[int], None] = lambda _: None) -> Taken:
    """Return what is taken away of a view that is served at an address."""
    events, shown = view.record.events, kept(view.presence)
    return Taken(
        view=view,
        about=provenance(view, address),
        rows=np.flatnonzero(shown),
        adopted=adopt(events, shown),
        told_elsewhere=told_elsewhere(events),
        heard=heard,
    )


def told_elsewhere(events: GeoDataFrame) -> Elsewhere:
    """Return, for each event told of under another one, the ids of those others."""
    homes = defaultdict(list)
    for home, claims in zip(events.index.tolist(), events["claims"], strict=True):
        for claim in claims:
            for event in claim.also_about:
                homes[event].append(home)
    return homes


def with_computed(
    events: GeoDataFrame,
    part: GeoDataFrame,
    presence: pd.Series,
    elsewhere: Elsewhere | None = None,
) -> GeoDataFrame:
    """Return a part of the events with the columns of `COMPUTED`.

    Parameters
    ----------
    events : GeoDataFrame, n rows
        The whole record: a statement about an event may be filed under any other.
    part : GeoDataFrame, m rows
        Some of the events.
    presence : Series of str, n values
    elsewhere : dict of str to list of str, optional
        Of `told_elsewhere`, where it is known already.
    """
    part = part.round(_DECIMALS)
    return part.assign(
        presence=presence[part.index].astype(str),
        inside=part["inside"].astype("boolean").mask(part["distance_m"].isna()),
        attribution_line=_attribution_lines(
            events, part.index, told_elsewhere(events) if elsewhere is None else elsewhere
        ),
    )


def _attribution_lines(events: GeoDataFrame, wanted: pd.Index, elsewhere: Elsewhere) -> pd.Series:
    speaking = {*wanted, *(home for event in wanted for home in elsewhere.get(event, ()))}
    # In the order of the record, which decides between statements of one moment.
    rows = np.sort(events.index.get_indexer(list(speaking)))
    lines = ledgers(events[["claims", "sources", "tz"]].iloc[rows])
    return pd.Series([attribution_line(lines[event]) for event in wanted], wanted, dtype=object)


def events_table(events: GeoDataFrame) -> GeoDataFrame:
    """Return one flat row for each event; the geometry as given is the last column.

    Lists become texts, casualties four columns each; a missing value is missing, not a word.
    """
    flat = {
        "id": events.index.to_series(),
        "verified_aspects": _joined(events["verified_aspects"], ", "),
        "checked": _joined(events["checked"], " | "),
        "claim_count": events["claims"].map(len).astype("int64"),
        "source_count": events["sources"].map(len).astype("int64"),
        "source_urls": events["sources"]
        .map(lambda sources: " ".join(source.url for source in sources if source.url) or None)
        .astype(object),
        **_casualties("killed", events["killed"]),
        **_casualties("injured", events["injured"]),
    }
    table = events.assign(**flat)[[*_COLUMNS, "geometry"]]
    return table.reset_index(drop=True)


def claims_table(events: GeoDataFrame) -> pd.DataFrame:
    """Return one row for each claim, with its source beside it."""
    rows = []
    columns = (events[name] for name in ("title", "claims", "sources"))
    for event, title, claims, sources in zip(events.index, *columns, strict=True):
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


def sources_table(events: GeoDataFrame) -> pd.DataFrame:
    """Return one row for each source of an event."""
    rows = [
        (event, source.id, *_source_members(source))
        for event, sources in events["sources"].items()
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

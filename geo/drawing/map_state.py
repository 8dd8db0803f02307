"""What the map and the other components show of the events under a link."""

from dataclasses import dataclass, replace

from geo.drawing.drawn_record import DrawnRecord
from geo.link.filters import Filters
from geo.link.link import Link, build_address
from geo.times import Range, Zone, milliseconds


@dataclass(frozen=True)
class MapState:
    """What the map and the other components show, in the terms of their JavaScript.

    Attributes
    ----------
    rows, facets, style : str
        Addresses of the event rows, of what they are filtered by (geo/drawing/rows/facets.py), and
        of the `MapStyle`.
    filters : str
        All filters but time, in the grammar of the link.
    matches : str or None
        Address of the rows in which the text of the filters was found, from `store_matches`.
    window : (int, int)
        Milliseconds on the clock of `zone`, half-open; see `geo.times.milliseconds`.
    zone : {"place", "utc"}
    selected : str or None
        Event id.
    """

    rows: str
    facets: str
    style: str
    filters: str
    matches: str | None
    window: tuple[int, int]
    zone: Zone
    selected: str | None


def build_map_state(
    link: Link, drawn: DrawnRecord, style: str, domain: Range, matches: str | None
) -> MapState:
    """Return what the map shows under a link.

    Parameters
    ----------
    link : Link
    drawn : DrawnRecord
    style : str
        Of `store_map_style`.
    domain : Range
        What the time bar spans; the window where the link names no range.
    matches : str or None
        Of `store_matches`.
    """
    window = link.filters.range or domain
    return MapState(
        rows=drawn.address,
        facets=drawn.facets,
        style=style,
        filters=write_filters(link.filters),
        matches=matches,
        window=(milliseconds(window.start), milliseconds(window.end)),
        zone=link.filters.zone,
        selected=link.event,
    )


def write_filters(filters: Filters) -> str:
    """Return all filters but time in the grammar of the link.

    Examples
    --------
    >>> write_filters(Filters(zone="utc", words={"group": {"north"}}, text="Brücke"))
    'group=north&q=Br%C3%BCcke'
    """
    return build_address(Link(replace(filters, range=None, zone="place"))).removeprefix("?")

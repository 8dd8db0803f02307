"""What is computed from the events of a record when it is first asked for, and then kept."""

from functools import cached_property

from geopandas import GeoDataFrame, GeoSeries

from geo.claims import AttributionLines, IndexedLedgers
from geo.events.columns.also_about import ReportedUnder, find_reported_under
from geo.events.columns.incidents import Incidents
from geo.events.geometry.planar import cut_jumps
from geo.link.search.text_search import build_search_text
from geo.times import ZONES, Range, Zone, find_extent, wall_clock


class ComputedParts:
    """The parts of a record that follow from its events.

    Attributes
    ----------
    events : GeoDataFrame, n rows
        As `Record` has them.
    """

    events: GeoDataFrame

    @cached_property
    def extents(self) -> dict[Zone, Range | None]:
        """The whole days that hold every event, on each clock; None without events."""
        return {zone: find_extent(self.events, zone) for zone in ZONES}

    @cached_property
    def searched(self) -> GeoDataFrame:
        """Its events with one more column, search_text, for which no page waits but a search."""
        return self.events.assign(search_text=build_search_text(self.events))

    @cached_property
    def reported_under(self) -> ReportedUnder:
        """For an event, the other events under which statements about it are filed."""
        return find_reported_under(self.events)

    @cached_property
    def ledgers(self) -> IndexedLedgers:
        """Builds the ledger of one of its events, quickly in large records too."""
        return IndexedLedgers(self.events, self.reported_under)

    @cached_property
    def incidents(self) -> Incidents:
        """Finds the events of one incident, quickly in large records too."""
        return Incidents(self.events)

    @cached_property
    def planar(self) -> GeoSeries:
        """The places of its events for comparisons on a flat map, such as a filter's shapes."""
        places = self.events.geometry
        shapes = places.to_numpy()
        cut = cut_jumps(shapes)
        return places if cut is shapes else GeoSeries(cut, places.index, crs=places.crs)

    def open_attribution_lines(self) -> AttributionLines:
        """Return what writes the attribution lines of its events."""
        return AttributionLines(self.events, self.reported_under)

    def whole_range(self, zone: Zone) -> Range:
        """Return the days of its events on a clock; one day of 1970 where it has no event."""
        return self.extents[zone] or Range(wall_clock(0), wall_clock(86_400_000))

"""What is published, where its pages lie, and which addresses they know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from geopandas import GeoDataFrame

from geo import __version__
from geo.link.link import Link
from geo.publishing.site.paths import INDEX, RECORD_PAGES, WHOLE_MAP
from geo.publishing.site.plan.addresses import read_address
from geo.publishing.site.plan.briefings import (
    BriefingStep,
    PublishedBriefing,
    list_steps_of,
    plan_briefings,
)
from geo.publishing.site.plan.folder_names import name_folders
from geo.publishing.site.plan.history import Change, list_public_changes, list_public_corrections
from geo.publishing.site.plan.neighbours import Neighbours, find_neighbours
from geo.publishing.site.plan.row_hashes import hash_rows
from geo.publishing.site.plan.shown_map import hash_map
from geo.story.corrections.correction import Correction
from geo.story.corrections.former import list_former
from geo.story.current import Current
from geo.story.view import View, build_view

OfEvent = TypeVar("OfEvent", Change, Correction)

# A picture takes a third of a second to draw.
MOST_PICTURES = 1_000


@dataclass(frozen=True)
class Plan:
    """A site before it is built.

    Attributes
    ----------
    view : View
        All published events of the story.
    base_url : str
        Where the site will be served, ending with a slash; "" if that is not known. Only what
        must name a whole address needs it: the sitemap, previews, the error page.
    app_url : str
        Where the app is served, for what only the app can answer; "" without an app.
    changes : tuple of Change
        What each version of the data changed, the oldest first: of the published events, and of
        others that they were withdrawn.
    corrections : tuple of Correction
        The oldest first.
    folders : mapping of str to str
        The folder of each event's page below ``events/``, by its id.
    draws_pictures : bool
        Whether each event that has a place has a picture of it.
    briefings : tuple of PublishedBriefing
        Those that the record supports, by their names.
    """

    view: View
    base_url: str = ""
    app_url: str = ""
    changes: tuple[Change, ...] = ()
    corrections: tuple[Correction, ...] = ()
    folders: Mapping[str, str] = field(default_factory=dict)
    draws_pictures: bool = True
    briefings: tuple[PublishedBriefing, ...] = ()

    @cached_property
    def events(self) -> GeoDataFrame:
        """The published events, the latest first; those of one time by their ids."""
        events = self.view.record.events
        return events.sort_index().sort_values("start", ascending=False, kind="stable")

    @cached_property
    def row_hashes(self) -> dict[str, str]:
        """A hash for each event, by its id, of all that the record holds under it."""
        return hash_rows(self.view.record)

    @cached_property
    def map_hash(self) -> str:
        """A hash of what the map of all events shows."""
        return hash_map(self.view)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which events the page of one leads to."""
        return find_neighbours(self.events, self.view.story)

    @cached_property
    def changes_of(self) -> dict[str, list[Change]]:
        """What each version changed of an event, by its id; only events that ever changed."""
        return _group_by_event(self.changes)

    @cached_property
    def withdrawn(self) -> dict[str, str]:
        """The day on which an event was taken out of the record, by its id, the latest first."""
        gone = {one.event: one.date for one in self.changes if one.event not in self.folders}
        return dict(sorted(gone.items(), key=lambda pair: pair[1], reverse=True))

    @cached_property
    def former(self) -> frozenset[str]:
        """The events of corrections that the record no longer has."""
        return list_former(self.corrections, self.folders, self.view.record.history.versions)

    @cached_property
    def corrections_of(self) -> dict[str, list[Correction]]:
        """The corrections of an event, by its id; only events that have any."""
        return _group_by_event(self.corrections)

    @cached_property
    def steps_of(self) -> dict[str, list[BriefingStep]]:
        """The steps of briefings that rest on an event, by its id; only events that any does."""
        return list_steps_of(self.briefings)

    @cached_property
    def last_changed(self) -> dict[str, str]:
        """The day of each event's last change, or of the first version, by id; "" if not known."""
        days = dict.fromkeys(self.folders, "")
        for version in self.view.record.history.versions[:1]:
            days |= dict.fromkeys(days.keys() & version.fingerprints.keys(), version.date)
        dated = [(one.event, one.date) for one in self.changes]
        dated += [(one.event, one.date.isoformat()) for one in self.corrections]
        for event, day in dated:
            if event in days:
                days[event] = max(days[event], day)
        return days

    @cached_property
    def latest_change(self) -> str:
        """The day of the last change of any event, ISO; "" if not known."""
        gone = [*self.withdrawn.values(), *(one.date.isoformat() for one in self.corrections)]
        return max([*self.last_changed.values(), *gone], default="")

    @property
    def pages(self) -> int:
        """How many pages there will be: of events, of briefings, and of the whole record."""
        return len(self.events) + 2 * len(self.briefings) + bool(self.briefings) + len(RECORD_PAGES)

    @property
    def has_briefing_files(self) -> bool:
        """Whether each briefing is there as one file, whose table lists every event."""
        return len(self.events) <= MOST_PICTURES

    @property
    def day(self) -> str:
        """The day up to which the data are current, ISO; "" if the file does not state it."""
        return self.view.record.about.get("as_of", "")

    def event_path(self, event: str) -> str:
        """Return the path of an event's page within the site."""
        return f"events/{self.folders[event]}/{INDEX}"

    def picture_path(self, event: str = "") -> str:
        """Return the path of the picture of an event, or of the whole map."""
        words = repr((self.view.record.about, self.view.credits, self.view.current.note))
        if not event:
            return self.name_picture("", words)
        selected = f"{event} {self.row_hashes[event]} {words}"
        return self.name_picture(f"events/{self.folders[event]}/", selected)

    def picture_of(self, event: str) -> str:
        """Return the path of the picture that stands for an event's page.

        Without one of its own it is that of the whole map, by a name that stays: a page must not
        change with the events of others.
        """
        return self.picture_path(event) if self.draws_picture_of(event) else WHOLE_MAP

    def draws_picture_of(self, event: str) -> bool:
        """Return whether an event has its own picture, which without a place would show others."""
        return self.draws_pictures and event in self._placed

    @property
    def needs_whole_map(self) -> bool:
        """Whether the picture of the whole map stands for any event."""
        return not all(map(self.draws_picture_of, self.folders))

    @cached_property
    def _placed(self) -> frozenset[str]:
        lons = self.view.record.events["lon"]
        return frozenset(lons.index[lons.notna()])

    def name_picture(self, folder: str, shown: str, view: View | None = None) -> str:
        """Return the path of a picture of a map.

        Its name changes with all that it shows, so that a browser may cache it for ever.

        Parameters
        ----------
        folder, shown : str
            Where it lies, and what it shows besides the events and the base map.
        view : View, optional
            Of which it is; by default the whole.
        """
        story = self.view.story.model_dump_json()
        events = hash_map(view) if view else self.map_hash
        content = "\n".join([__version__, events, story, shown])
        return f"{folder}map-{sha256(content.encode()).hexdigest()[:10]}.png"

    def whole_address(self, path: str) -> str:
        """Return the whole address of a file of the site; "" if that is not known."""
        page = path.removesuffix(INDEX)
        return f"{self.base_url}{page}" if self.base_url else ""


def plan_site(
    current: Current, base_url: str = "", app_url: str = "", draws_pictures: bool | None = None
) -> Plan:
    """Return the plan of a story's site.

    Parameters
    ----------
    current : Current
    base_url, app_url : str
        Addresses that begin with http:// or https://, or "".
    draws_pictures : bool, optional
        By default where there are at most `MOST_PICTURES` events.

    Raises
    ------
    GeoError
        If an address is none, or a correction cannot be read.
    """
    view = build_view(current, Link())
    ids: list[str] = view.record.events.index.tolist()
    return Plan(
        view=view,
        changes=list_public_changes(current, frozenset(ids)),
        base_url=read_address("--base-url", base_url),
        app_url=read_address("--app-url", app_url),
        corrections=list_public_corrections(current),
        folders=name_folders(ids),
        draws_pictures=len(ids) <= MOST_PICTURES if draws_pictures is None else draws_pictures,
        briefings=plan_briefings(current),
    )


def _group_by_event(listed: Iterable[OfEvent]) -> dict[str, list[OfEvent]]:
    grouped: dict[str, list[OfEvent]] = {}
    for one in listed:
        grouped.setdefault(one.event, []).append(one)
    return grouped

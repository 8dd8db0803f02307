"""The files of events: page, what is shown when one is selected, picture; those that stay, stay."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from geo.drawing.drawn_record import DrawnRecord
from geo.link.link import Link
from geo.publishing.site.cache.known_files import KnownFiles
from geo.publishing.site.events.page import write_event_page
from geo.publishing.site.explorer.files import write_selected
from geo.publishing.site.folder.file import File, UnchangedFile
from geo.publishing.site.pictures.maps import PictureSource, draw_map
from geo.publishing.site.plan.plan import Plan


def find_unchanged_events(
    inputs: Mapping[str, str], known: KnownFiles
) -> dict[str, dict[str, UnchangedFile]]:
    """Return the files that stay, by event: of those that are made from the same as before.

    Parameters
    ----------
    inputs : mapping of str to str
        Of `digest_events`.
    known : KnownFiles
    """
    found = {event: known.find(hash_) for event, hash_ in inputs.items()}
    return {event: files for event, files in found.items() if files}


def write_event(plan: Plan, drawn: DrawnRecord, event: str) -> Iterator[File]:
    """Yield the page of an event, and what is shown when it is selected."""
    yield plan.event_path(event), write_event_page(plan, event)
    yield write_selected(plan, drawn, event)


def write_event_files(
    plan: Plan, pictures: PictureSource, drawn: DrawnRecord, events: Iterable[str]
) -> Iterator[File]:
    """Yield the files of some events.

    Parameters
    ----------
    plan : Plan
    pictures : callable
        Gives the picture of a path, with what draws it.
    drawn : DrawnRecord
        The record as the explorer draws it.
    events : iterable of str
    """
    for event in events:
        yield from write_event(plan, drawn, event)
        if plan.draws_picture_of(event):
            path = plan.picture_path(event)
            yield path, pictures(path, partial(draw_map, plan, Link(event=event)))

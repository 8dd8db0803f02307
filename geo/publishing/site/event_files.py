"""The files of events: page, what is shown when one is selected, picture; those that stay, stay."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from geo.drawing.drawn_record import DrawnRecord
from geo.link.link import Link
from geo.publishing.site.event_page import write_event_page
from geo.publishing.site.explorer_files import write_selected
from geo.publishing.site.inputs import digest_events
from geo.publishing.site.known_files import KnownFiles
from geo.publishing.site.last_site import Kept
from geo.publishing.site.pictures import PictureSource, draw_map
from geo.publishing.site.plan import Plan
from geo.publishing.site.write import File


def write_events(
    plan: Plan, pictures: PictureSource, drawn: DrawnRecord, known: KnownFiles | None = None
) -> Iterator[File]:
    """Yield the files of all events.

    Parameters
    ----------
    plan : Plan
    pictures : callable
        Gives the picture of a path, with what draws it.
    drawn : DrawnRecord
        The record as the explorer draws it.
    known : KnownFiles, optional
        The files of the site before: those of an event that is made from the same stay.
    """
    inputs = digest_events(plan, drawn) if known else {}
    for event in plan.folders:
        stay = known.find(inputs[event]) if known else None
        files = stay.items() if stay else _write_event(plan, pictures, drawn, event)
        for path, content in files:
            if known:
                known.note(inputs[event], path, hash_content(content))
            yield path, content


def hash_content(content: bytes | Kept) -> str:
    """Return the SHA-256 of a file of a site."""
    return content.hash if isinstance(content, Kept) else sha256(content).hexdigest()


def _write_event(
    plan: Plan, pictures: PictureSource, drawn: DrawnRecord, event: str
) -> Iterator[File]:
    yield plan.event_path(event), write_event_page(plan, event)
    yield write_selected(plan, drawn, event)
    if plan.draws_pictures:
        path = plan.picture_path(event)
        yield path, pictures(path, partial(draw_map, plan, Link(event=event)))

"""All that the files of an event are made from, as a hash: where it is the same, they stay."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import geo
from geo.drawing.drawn_record import DrawnRecord
from geo.publishing.site.plan import Plan


def digest_events(plan: Plan, drawn: DrawnRecord) -> dict[str, str]:
    """Return a hash for each event, by its id, of all that its files are made from.

    Parameters
    ----------
    plan : Plan
    drawn : DrawnRecord
        The record as the explorer draws it.
    """
    describe = _open_description(plan, drawn)
    common = sha256(_describe_common(plan).encode()).hexdigest()
    return {
        event: sha256("\n".join([common, *describe(event)]).encode()).hexdigest()
        for event in plan.folders
    }


def _open_description(plan: Plan, drawn: DrawnRecord) -> Callable[[str], Iterator[str]]:
    record = plan.view.record
    own = plan.row_hashes
    moved = zip(drawn.rows["dx"].tolist(), drawn.rows["dy"].tolist(), strict=True)
    shifts = dict(zip(drawn.rows.index, moved, strict=True))
    incidents = record.events["incident"].to_dict()

    def describe(event: str) -> Iterator[str]:
        neighbours = plan.neighbours
        yield own[event]
        # Statements about it are filed under these; others of its incident are in its timeline.
        yield from (own[other] for other in record.reported_under.get(event, ()))
        yield from (own[other] for other in neighbours.list_incident(event, incidents[event]))
        around = [other for _, other in neighbours.list_adjacent(event)]
        around += neighbours.list_incident(event, incidents[event])
        yield repr([(neighbours.titles[other], plan.event_path(other)) for other in around])
        yield repr((neighbours.titles[event], plan.event_path(event), shifts.get(event)))
        yield repr((plan.last_changed(event), plan.changes_of.get(event)))
        yield repr(plan.corrections_of.get(event))
        yield repr(
            [
                (one.link, one.number, one.step.headline, one.briefing.content.title)
                for one in plan.steps_of.get(event, ())
            ]
        )

    return describe


def _describe_common(plan: Plan) -> str:
    """Return what the files of all events are made from in common."""
    record, story = plan.view.record, plan.view.story
    borders = [(one.name, one.version, one.accuracy_m) for one in record.borders]
    facts = (plan.base_url, plan.app_url, plan.draws_pictures, plan.day, plan.view.credits)
    return "\n".join([digest_code(), story.model_dump_json(), repr((facts, record.about, borders))])


@cache
def digest_code() -> str:
    """Return a hash of the library and of all packages: another version may write other pages."""
    folder, digest = Path(geo.__file__).parent, sha256()
    # Packages that pip installs have a folder that names them and their version; a package in
    # development has none, and what changes in it is not noticed.
    packages = {one.name for place in sys.path for one in Path(place).glob("*.*-info")}
    digest.update("\n".join(sorted(packages)).encode())
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".html", ".css", ".js", ".json") and path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()

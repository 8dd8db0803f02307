"""All that the files of an event are made from, as a hash: where it is the same, they stay."""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import geo
from geo.drawing.drawn_record import DrawnRecord
from geo.publishing.site.plan.plan import Plan
from geo.story.corrections.sentences import describe_corrections


def digest_events(plan: Plan, drawn: DrawnRecord) -> dict[str, str]:
    """Return a hash for each event, by its id, of all that its files are made from.

    Parameters
    ----------
    plan : Plan
    drawn : DrawnRecord
        The record as the explorer draws it.
    """
    describe = _open_description(plan, drawn)
    common = sha256(_describe_common(plan).encode())

    def digest(event: str) -> str:
        whole = common.copy()
        whole.update(repr(describe(event)).encode())
        return whole.hexdigest()

    return {event: digest(event) for event in plan.folders}


def _open_description(plan: Plan, drawn: DrawnRecord) -> Callable[[str], Sequence[object]]:
    """Return what describes an event's files; what many of them name is described once."""
    record, neighbours, own = plan.view.record, plan.neighbours, plan.row_hashes
    incidents = record.events["incident"].to_dict()
    named = {event: (neighbours.titles[event], plan.event_path(event)) for event in plan.folders}
    moved = zip(drawn.rows["dx"].tolist(), drawn.rows["dy"].tolist(), strict=True)
    shifts = dict(zip(drawn.rows.index.tolist(), moved, strict=True))
    # In words: they name other events by their titles.
    corrected = {
        event: describe_corrections(corrections, plan.view.story, plan.events)
        for event, corrections in plan.corrections_of.items()
    }
    steps = {
        event: [
            (one.link, one.number, one.step.headline, one.briefing.content.title) for one in steps
        ]
        for event, steps in plan.steps_of.items()
    }

    def describe(event: str) -> Sequence[object]:
        same_incident = neighbours.list_incident(event, incidents[event])
        return (
            own[event],
            # Statements about it are filed under these.
            [own[other] for other in record.reported_under.get(event, ())],
            # They are in its timeline, and are named beside it.
            [(own[other], named[other]) for other in same_incident],
            [(word, named[other]) for word, other in neighbours.list_adjacent(event)],
            named[event],
            plan.picture_of(event),
            shifts.get(event),
            plan.changes_of.get(event),
            plan.last_changed[event],
            corrected.get(event),
            steps.get(event),
        )

    return describe


def _describe_common(plan: Plan) -> str:
    """Return what the files of all events are made from in common."""
    record, story = plan.view.record, plan.view.story
    borders = [(one.name, one.version, one.accuracy_m) for one in record.borders]
    facts = (plan.base_url, plan.app_url, plan.draws_pictures, plan.day, plan.view.credits)
    return "\n".join([digest_code(), story.model_dump_json(), repr((facts, record.about, borders))])


@cache
def digest_code(folder: Path = Path(geo.__file__).parent) -> str:
    """Return a hash of the library and of all packages: another version may write other pages.

    Fonts, pictures and grammars of the library's folder count as its code does.
    """
    digest = sha256()
    # Packages that pip installs have a folder that names them and their version; a package in
    # development has none, and what changes in it is not noticed.
    packages = {one.name for folder in sys.path for one in Path(folder).glob("*.*-info")}
    digest.update("\n".join(sorted(packages)).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()

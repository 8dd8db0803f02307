"""What is wrong with a briefing beside the record that it tells of."""

from collections.abc import Collection, Iterator
from pathlib import Path

from geopandas import GeoDataFrame

from geo.claims import ledger
from geo.claims.wording.guard import wording_warnings
from geo.story.briefing import Briefing, Step, ground_at, read_briefing, step_link
from geo.story.record import Record, open_record
from geo.story.story_file import read_story


def check_briefing(
    briefing: Briefing, record: Record, parties: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what is wrong with a briefing beside a record, one line for each fault.

    An address that is not in the record; a query of which a part is left out; a headline or
    sentence that tells as fact what the ledger of one of its events holds as a claim only.
    """
    return tuple(
        f"step {step.id}: {fault}"
        for step in briefing.steps
        for fault in _faults(step, record, parties)
    )


def check_briefing_file(path: Path) -> tuple[Briefing, tuple[str, ...]]:
    """Return a briefing, and what is wrong with it beside the record of its story's folder.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If the file is no briefing, or does not lie in the folder "briefings" of a story.
    """
    folder = path.parent.parent
    story = read_story(folder)
    briefing = read_briefing(folder, path.stem)
    return briefing, check_briefing(briefing, open_record(story, folder), story.parties)


def _faults(step: Step, record: Record, parties: Collection[str]) -> Iterator[str]:
    yield from (f"view: {line}" for line in step_link(step, record)[1])
    known: set[str] = set()
    for sentence in step.all_sentences:
        own = set()
        for address in sentence.rests_on:
            ground = ground_at(address, record.events)
            if ground is None:
                yield f"rests on {address!r}, wanted a claim, source or event of the record"
            else:
                own.add(ground.event)
        yield from _wording(sentence.text, own, record.events, parties)
        known |= own
    yield from _wording(step.headline, known, record.events, parties)


def _wording(
    text: str, about: set[str], events: GeoDataFrame, parties: Collection[str]
) -> Iterator[str]:
    """Each event is asked alone: what one has corroborated does not speak for another."""
    found = {
        (warning.start, warning.found): warning.reason
        for event in sorted(about)
        for warning in wording_warnings(text, ledger(events, event), parties)
    }
    for (_, words), reason in sorted(found.items()):
        yield f"{text!r}: {words!r}: {reason}"

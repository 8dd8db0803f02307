"""Problems of a briefing, checked against the record that it describes."""

from collections.abc import Iterator
from pathlib import Path

from geopandas import GeoDataFrame

from geo.claims import Voices, build_ledger
from geo.claims.voices import NO_VOICES
from geo.claims.wording.guard import find_wording_warnings
from geo.story.briefing import Briefing, Step, read_briefing, read_step_link
from geo.story.record import Record, open_record
from geo.story.references import find_reference
from geo.story.story_file import read_story


def check_briefing(
    briefing: Briefing, record: Record, voices: Voices = NO_VOICES
) -> tuple[str, ...]:
    """Return the problems of a briefing, checked against a record, one line each.

    A problem is an address that is not in the record, a query with a part that cannot be read,
    or a headline or sentence that states as fact what the ledger of one of its events holds as a
    claim only.
    """
    return tuple(
        f"step {step.id}: {problem}"
        for step in briefing.steps
        for problem in _find_problems(step, record, voices)
    )


def check_briefing_file(path: Path) -> tuple[Briefing, tuple[str, ...]]:
    """Return a briefing and its problems, checked against the record of its story's folder.

    Raises
    ------
    StoryFileError, EventFileError, BorderFileError
        If the file is not a briefing, or is not in the folder "briefings" of a story.
    """
    folder = path.parent.parent
    story = read_story(folder)
    briefing = read_briefing(folder, path.stem)
    return briefing, check_briefing(briefing, open_record(story, folder), story.voices)


def _find_problems(step: Step, record: Record, voices: Voices) -> Iterator[str]:
    yield from (f"view: {line}" for line in read_step_link(step, record)[1])
    known: set[str] = set()
    for sentence in step.all_sentences:
        own = set()
        for address in sentence.rests_on:
            reference = find_reference(address, record.events)
            if reference is None:
                yield f"found rests_on {address!r}, wanted a claim, source or event of the record"
            else:
                own.add(reference.event)
        yield from _find_wording_problems(sentence.text, own, record.events, voices)
        known |= own
    yield from _find_wording_problems(step.headline, known, record.events, voices)


def _find_wording_problems(
    text: str, about: set[str], events: GeoDataFrame, voices: Voices
) -> Iterator[str]:
    """Check a text against each event alone: corroboration of one does not count for another."""
    found = {
        (warning.start, warning.found): warning.reason
        for event in sorted(about)
        for warning in find_wording_warnings(text, build_ledger(events, event), voices)
    }
    for (_, words), reason in sorted(found.items()):
        yield f"{text!r}: {words!r}: {reason}"

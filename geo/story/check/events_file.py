"""A file of events checked: what was rejected, and what the rules say of the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geopandas import GeoDataFrame

from geo.claims import build_ledgers
from geo.errors import EventFileError, Problem
from geo.events import EventSource, parse_events
from geo.events.reading.read import Reading
from geo.events.story_words import describe_story_words
from geo.events.vocabulary import VOCABULARY, Vocabulary
from geo.story.check.file_kind import EVENTS_FILE_WANTED, describe_file_kind
from geo.story.check.finding import Finding, reject_file
from geo.story.check.foreign import FOREIGN_WANTED, describe_foreign_features
from geo.story.check.remark import Checked, Rule
from geo.story.check.rules.attribution import find_wrong_attribution
from geo.story.check.rules.figures import find_strange_figures
from geo.story.check.rules.places import (
    find_areas_beyond_their_radius,
    find_places_of_unstated_precision,
    find_places_out_of_bounds,
)
from geo.story.check.rules.statements import (
    find_missing_sources,
    find_repeated_statements,
    find_repeated_totals,
    find_speakers_of_two_sides,
    find_strange_incidents,
    find_summaries_without_room,
    find_uncounted_casualties,
)
from geo.story.check.rules.texts import find_perpetrators_in_texts
from geo.story.check.rules.times import (
    find_early_statements,
    find_future_times,
    find_hours_without_statements,
    find_nautical_zones,
)
from geo.story.check.rules.verification import (
    find_miscounted_aspects,
    find_undisputed_disputes,
    find_unnoticed_voices,
    find_unsupported_aspects,
)
from geo.story.check.rules.words import find_undeclared_words
from geo.story.story_file import Story

RULES: tuple[Rule, ...] = (
    find_places_out_of_bounds,
    find_areas_beyond_their_radius,
    find_places_of_unstated_precision,
    find_undeclared_words,
    find_future_times,
    find_nautical_zones,
    find_early_statements,
    find_hours_without_statements,
    find_repeated_statements,
    find_strange_incidents,
    find_missing_sources,
    find_summaries_without_room,
    find_speakers_of_two_sides,
    find_uncounted_casualties,
    find_repeated_totals,
    find_miscounted_aspects,
    find_unsupported_aspects,
    find_unnoticed_voices,
    find_undisputed_disputes,
    find_wrong_attribution,
    find_perpetrators_in_texts,
    find_strange_figures,
)
"""The rules of a record, as data/README.md has them in words."""


@dataclass(frozen=True)
class CheckedFile:
    """A file of events, and what is wrong with it.

    Attributes
    ----------
    reading : Reading or None
        The good events, drafts among them; None if the file cannot be read.
    count_good, count_rejected : int
        Records.
    findings : tuple of Finding
    advice : str
        What is missing where events have words of a story that is not here; "" if none have.
    content : bytes
        Of the file.
    """

    reading: Reading | None
    count_good: int
    count_rejected: int
    findings: tuple[Finding, ...]
    advice: str = ""
    content: bytes = b""

    @property
    def events(self) -> GeoDataFrame | None:
        """The events of the reading."""
        return self.reading.events if self.reading else None


def check_events_file(
    source: EventSource,
    story: Story | None = None,
    today: date | None = None,
    vocabulary: Vocabulary = VOCABULARY,
    *,
    advises: bool = True,
) -> CheckedFile:
    """Return the good events of a file, and what is wrong with it.

    Parameters
    ----------
    source : EventSource
    story : Story, optional
        Without one only the events themselves are judged, not by the rules of a story.
    today : date, optional
        What lies later has not happened; by default today.
    vocabulary : Vocabulary
        The words that events may have; those of the story where there is one.
    advises : bool
        Whether the rules of a story are applied, which say what should be corrected, and nothing
        that must.
    """
    name = source.name
    try:
        content = source.read()
    except EventFileError as error:
        return CheckedFile(None, 0, 0, reject_file(name, error.problems))
    try:
        zone, vocabulary = (story.zone, story.vocabulary) if story else ("UTC", vocabulary)
        reading = parse_events(content, name, zone, vocabulary)
    except EventFileError as error:
        kind = describe_file_kind(content)
        problems = (Problem("", kind, EVENTS_FILE_WANTED),) if kind else error.problems
        return CheckedFile(None, 0, 0, reject_file(name, problems))
    if kind := describe_foreign_features(content, reading):
        problem = Problem("", kind, FOREIGN_WANTED)
        return CheckedFile(None, 0, 0, reject_file(name, [problem]))
    findings = [*_list_rejections(reading, name), *_list_notes(reading, name)]
    if story and advises:
        checked = Checked(
            story, reading.events, build_ledgers(reading.events), today or date.today()
        )
        findings += apply_rules(checked, name, _number_records(reading))
    rejected = len({one.number for one in reading.rejected} - {None})
    advice = describe_story_words(reading.rejected)
    return CheckedFile(reading, len(reading.events), rejected, tuple(findings), advice, content)


def apply_rules(checked: Checked, file: str, numbers: dict[str, int]) -> list[Finding]:
    """Return what the rules say of a record; `numbers` are those of its events in the file."""
    return [
        Finding(
            "should",
            file,
            remark.field,
            remark.found,
            remark.wanted,
            numbers.get(remark.event),
            remark.event,
        )
        for rule in RULES
        for remark in rule(checked)
    ]


def _list_rejections(reading: Reading, name: str) -> Iterator[Finding]:
    for one in reading.rejected:
        yield Finding("must", name, one.field, one.found, one.wanted, one.number, one.id)


def _list_notes(reading: Reading, name: str) -> Iterator[Finding]:
    for note in reading.notes:
        yield Finding("should", name, "", note, "")


def _number_records(reading: Reading) -> dict[str, int]:
    """Return the number of each good event in the file, counted from 1."""
    bad = {one.number for one in reading.rejected}
    total = len(reading.events) + len(bad - {None})
    good = [number for number in range(1, total + 1) if number not in bad]
    return dict(zip(reading.events.index.tolist(), good, strict=False))

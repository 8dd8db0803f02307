"""The briefing file: a story in steps, each sentence with its references and a map beside."""

from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs

from pydantic import Field, model_validator

from geo.errors import Problem, StoryFileError, quote
from geo.events.files.strict_model import StrictModel
from geo.link.link import Link
from geo.story.files.json_file import parse_model
from geo.story.files.own_file import read_own_file
from geo.story.files.problems import STEP_ID
from geo.story.parts.sentence import LongLine, Sentence
from geo.story.record import Record
from geo.story.story_file import LanguageCode
from geo.story.view import read_link

BRIEFINGS_FOLDER = "briefings"


class Step(StrictModel):
    """One step: a few sentences, and the map beside them.

    `later` holds what became known only after the time that the step describes; it is always
    shown separately. `view` is the query of a link to the map.
    """

    id: Annotated[str, Field(pattern=STEP_ID)]
    headline: LongLine
    sentences: tuple[Sentence, ...] = Field(min_length=1, max_length=3)
    later: tuple[Sentence, ...] = Field(default=(), max_length=3)
    view: str = ""

    @property
    def all_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the step, then what became known later."""
        return self.sentences + self.later


class Briefing(StrictModel):
    """A briefing as its file holds it.

    `language` is that of its texts; without it, that of the story.
    """

    title: LongLine
    language: LanguageCode | None = None
    steps: tuple[Step, ...] = Field(min_length=1, max_length=99)

    @model_validator(mode="after")
    def _check_unique_steps(self) -> "Briefing":
        ids = [step.id for step in self.steps]
        if repeated := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            raise ValueError(
                f"steps: found {', '.join(repeated)} more than once, wanted each id once"
            )
        return self


def list_briefings(folder: Path) -> tuple[str, ...]:
    """Return the names of the briefings in a story's folder; none if it has none."""
    return tuple(sorted(path.stem for path in (folder / BRIEFINGS_FOLDER).glob("*.json")))


def read_briefing(folder: Path, name: str) -> Briefing:
    """Return a briefing of a story's folder.

    Raises
    ------
    StoryFileError
        If there is no such briefing, or its file is not one; the message names each wrong member.
    """
    names = list_briefings(folder)
    if name not in names:
        wanted = ", ".join(names) or f"a file in the folder {BRIEFINGS_FOLDER}"
        raise StoryFileError(f"briefing {quote(name)}: found none of this name, wanted {wanted}")
    content = read_own_file(folder, f"{BRIEFINGS_FOLDER}/{name}.json", "a briefing")
    return parse_briefing(content, f"{name}.json")


def read_step(folder: Path, name: str, number: int) -> Step:
    """Return a step of a briefing, counted from 1.

    Raises
    ------
    StoryFileError
        If there is no such briefing or step.
    """
    steps = read_briefing(folder, name).steps
    if not 1 <= number <= len(steps):
        raise StoryFileError(f"briefing {name!r}: found step {number}, wanted 1 to {len(steps)}")
    return steps[number - 1]


def parse_briefing(content: bytes, name: str) -> Briefing:
    """Return the briefing in the content of a file; `name` is used in error messages.

    Raises
    ------
    StoryFileError
        If the content is not a briefing.
    """
    return parse_model(content, Briefing, name)


def read_step_link(step: Step, record: Record) -> tuple[Link, tuple[Problem, ...]]:
    """Return the map beside a step as a link, and the parts of its query that were left out."""
    return read_link(record, parse_qs(step.view, keep_blank_values=True))

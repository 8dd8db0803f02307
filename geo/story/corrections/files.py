"""Where a story keeps its corrections: a file for each event, so that two editors never collide.

``corrections/EVENT.jsonl`` holds those of one event, a line each. The one file of all events that
stories had before, ``corrections.jsonl``, is still read, before the others.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geo.errors import EventFileError, GeoError, Problem, StoryFileError
from geo.events.files.json_text import find_other_encoding
from geo.events.files.whole_file import read_wanted_file
from geo.story.corrections.correction import Correction
from geo.story.files.json_file import parse_model
from geo.story.files.own_file import find_own_file

CORRECTIONS_FOLDER = "corrections"


@dataclass(frozen=True)
class CorrectionLine:
    """One line of a file of corrections.

    Attributes
    ----------
    file : str
        Name of the file within the story's folder.
    number : int
        Of the line, counted from 1; 0 where the file as a whole cannot be read.
    correction : Correction or None
        None if the line is not one.
    problems : tuple of Problem
        Why not: each with the line, and the member if it is one.
    """

    file: str
    number: int
    correction: Correction | None
    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return str(GeoError(*self.problems, file=self.file))


def read_good_corrections(
    folder: Path,
    single: str = "corrections.jsonl",
    unpublished: Collection[str] = (),
    today: date | None = None,
) -> tuple[tuple[Correction, ...], tuple[CorrectionLine, ...]]:
    """Return the corrections that can be read, the oldest first, and the lines that cannot.

    Those of one day are in the order of their files and lines. Readers see the good ones and how
    many are missing.

    Parameters
    ----------
    folder : Path
        Of a story; without a file of corrections it has none.
    single : str
        Name of the one file of all events, as story.json names it.
    unpublished : collection of str
        Ids of events whose corrections are left out.
    today : date, optional
        What was corrected later is left out: nothing was corrected on a day that has not come. By
        default today.

    Returns
    -------
    tuple of Correction
    tuple of CorrectionLine
        Each says as text why it cannot be read.
    """
    good, unread = [], []
    today = today or date.today()
    for line in iterate_lines(folder, single):
        if line.correction is None:
            unread.append(line)
        elif line.correction.event not in unpublished and line.correction.date <= today:
            good.append(line.correction)
    return tuple(sorted(good, key=lambda correction: correction.date)), tuple(unread)


def list_correction_files(folder: Path, single: str = "corrections.jsonl") -> tuple[Path, ...]:
    """Return the files of a story's corrections; the first, of all events, may not be there."""
    return folder / single, *sorted((folder / CORRECTIONS_FOLDER).glob("*.jsonl"))


def iterate_lines(folder: Path, single: str = "corrections.jsonl") -> Iterator[CorrectionLine]:
    """Yield every line of a story's corrections, good or not; see `read_lines`."""
    for path in list_correction_files(folder, single):
        name = path.name if path.parent == folder else f"{CORRECTIONS_FOLDER}/{path.name}"
        # Whatever is not a folder is meant as a file, and named where it cannot be read.
        if os.path.lexists(path) and not path.is_dir():
            try:
                own = find_own_file(folder, name, EventFileError)
            except EventFileError as error:
                yield CorrectionLine(name, 0, None, error.problems)
            else:
                yield from read_lines(own, name)


def read_lines(path: Path, name: str) -> Iterator[CorrectionLine]:
    """Yield the lines of one file; `name` is what it is called in messages.

    A file that cannot be read, or is in another encoding, gives one line without a number.
    """
    try:
        content = read_wanted_file(path, name, "JSON Lines", EventFileError)
    except EventFileError as error:
        yield CorrectionLine(name, 0, None, error.problems)
        return
    if encoding := find_other_encoding(content):
        wanted = "JSON Lines in UTF-8: save it as UTF-8"
        yield CorrectionLine(name, 0, None, (Problem("", f"text in {encoding}", wanted),))
        return
    lines = content.split(b"\n")
    if lines[-1] == b"":
        del lines[-1]
    for number, line in enumerate(lines, start=1):
        where = f"line {number}"
        if not line.strip():
            problem = Problem(where, "an empty line", "a correction")
            yield CorrectionLine(name, number, None, (problem,))
            continue
        try:
            correction = parse_model(line.removesuffix(b"\r"), Correction, name)
        except StoryFileError as error:
            problems = tuple(problem.within(where) for problem in error.problems)
            yield CorrectionLine(name, number, None, problems)
        else:
            yield CorrectionLine(name, number, correction)

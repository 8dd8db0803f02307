"""Where a story keeps its corrections: a file for each event, so that two editors never collide.

``corrections/EVENT.jsonl`` holds those of one event, a line each. The one file of all events that
stories had before, ``corrections.jsonl``, is still read, before the others.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from geo.errors import EventFileError
from geo.events.files.whole_file import read_whole_file
from geo.story.corrections import Correction
from geo.story.own_file import find_own_file
from geo.story.problems import describe_problems

CORRECTIONS_FOLDER = "corrections"


@dataclass(frozen=True)
class CorrectionLine:
    """One line of a file of corrections.

    Attributes
    ----------
    file : str
        Name of the file within the story's folder.
    number : int
        Of the line, counted from 1.
    correction : Correction or None
        None where the line is not one.
    problem : str
        Why not.
    """

    file: str
    number: int
    correction: Correction | None
    problem: str = ""


def read_good_corrections(
    folder: Path, single: str = "corrections.jsonl", unpublished: Collection[str] = ()
) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """Return the corrections that can be read, the oldest first, and why others cannot.

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

    Returns
    -------
    tuple of Correction
    tuple of str
        Why others cannot be read: the file, the line and the member.
    """
    good, problems = [], []
    try:
        for line in iterate_lines(folder, single):
            if line.correction is None:
                problems.append(f"{line.file}, line {line.number}, {line.problem}")
            elif line.correction.event not in unpublished:
                good.append(line.correction)
    except EventFileError as error:
        problems.append(str(error))
    return tuple(sorted(good, key=lambda correction: correction.date)), tuple(problems)


def list_correction_files(folder: Path, single: str = "corrections.jsonl") -> tuple[Path, ...]:
    """Return the files of a story's corrections; the first, of all events, may not be there."""
    return folder / single, *sorted((folder / CORRECTIONS_FOLDER).glob("*.jsonl"))


def iterate_lines(folder: Path, single: str = "corrections.jsonl") -> Iterator[CorrectionLine]:
    """Yield every line of a story's corrections, good or not.

    Raises
    ------
    EventFileError
        If a file is no text in UTF-8.
    """
    for path in list_correction_files(folder, single):
        if path.is_file():
            name = path.name if path.parent == folder else f"{CORRECTIONS_FOLDER}/{path.name}"
            yield from read_lines(find_own_file(folder, name, EventFileError), name)


def read_lines(path: Path, name: str) -> Iterator[CorrectionLine]:
    """Yield the lines of one file; `name` is what it is called in messages.

    Raises
    ------
    EventFileError
        If the file is no text in UTF-8.
    """
    try:
        texts = read_whole_file(path).decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise EventFileError(
            f"{name}: found bytes that are not UTF-8, wanted JSON Lines"
        ) from error
    except OSError as error:
        raise EventFileError(
            f"{name}: found a file that cannot be read, wanted JSON Lines"
        ) from error
    if texts[-1] == "":
        del texts[-1]
    for number, text in enumerate(texts, start=1):
        try:
            correction = Correction.model_validate_json(text.removesuffix("\r"))
        except ValidationError as error:
            yield CorrectionLine(name, number, None, describe_problems(error, Correction))
        else:
            yield CorrectionLine(name, number, correction)

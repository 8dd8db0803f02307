"""The corrections that readers see, and for the operator those that cannot be read."""

from geo.story.correction_files import read_good_corrections
from geo.story.corrections import Correction
from geo.story.current import Current
from web.problems import log_once


def open_corrections(current: Current) -> tuple[tuple[Correction, ...], int]:
    """Return the corrections of the story, the oldest first, and how many cannot be read."""
    corrections, problems = read_good_corrections(
        current.folder, current.story.corrections, current.record.unpublished
    )
    for problem in problems:
        log_once(problem)
    return corrections, len(problems)

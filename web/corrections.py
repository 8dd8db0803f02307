"""The corrections that readers see, and for the operator those that cannot be read."""

from geo.story.correction_files import list_correction_files, read_good_corrections
from geo.story.corrections import Correction
from geo.story.current import Current
from web.current import Stamps, stamp_file
from web.problems import log_once


def read_corrections_stamp(current: Current) -> Stamps:
    """Return what changes when a correction of the story does."""
    files = list_correction_files(current.folder, current.story.corrections)
    return tuple(stamp_file(path) for path in files)


def open_corrections(current: Current) -> tuple[tuple[Correction, ...], int]:
    """Return the corrections of the story, the oldest first, and how many cannot be read."""
    corrections, problems = read_good_corrections(
        current.folder, current.story.corrections, current.record.unpublished
    )
    for problem in problems:
        log_once(problem)
    return corrections, len(problems)

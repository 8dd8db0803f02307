"""The corrections that readers see, and for the operator those that cannot be read."""

import logging
from functools import lru_cache

from geo.story.correction_files import read_good_corrections
from geo.story.corrections import Correction
from geo.story.current import Current

_log = logging.getLogger(__name__)


def open_corrections(current: Current) -> tuple[tuple[Correction, ...], int]:
    """Return the corrections of the story, the oldest first, and how many cannot be read."""
    corrections, problems = read_good_corrections(
        current.folder, current.story.corrections, current.record.unpublished
    )
    for problem in problems:
        _log_once(problem)
    return corrections, len(problems)


@lru_cache(maxsize=1_000)
def _log_once(problem: str) -> None:
    """Tell the operator, and not again for each reader."""
    _log.warning("a correction is not shown: %s", problem)

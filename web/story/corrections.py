"""The corrections that readers see, and for the operator those that cannot be read."""

from collections.abc import Sequence

from geo.story.corrections.correction import Correction
from geo.story.corrections.files import (
    CorrectionLine,
    list_correction_files,
    read_good_corrections,
)
from geo.story.current import Current
from geo.summaries import format_count
from web.problems import log_once
from web.story.current import Stamps, stamp_file


def read_corrections_stamp(current: Current) -> Stamps:
    """Return what changes when a correction of the story does."""
    files = list_correction_files(current.folder, current.story.corrections)
    return tuple(stamp_file(path) for path in files)


def open_corrections(current: Current) -> tuple[tuple[Correction, ...], str]:
    """Return the corrections of the story, the oldest first, and in words how many are missing."""
    corrections, unread = read_good_corrections(
        current.folder, current.story.corrections, current.record.unpublished
    )
    for line in unread:
        log_once(str(line))
    return corrections, _count_unread(unread)


def _count_unread(unread: Sequence[CorrectionLine]) -> str:
    """Return how many corrections cannot be read, in a sentence; "" if all can."""
    lines = sum(line.number > 0 for line in unread)
    files = len(unread) - lines
    parts = []
    if lines:
        parts.append(format_count(lines, "correction"))
    if files:
        parts.append(f"{format_count(files, 'file')} of corrections")
    # A file that cannot be opened has any number of them.
    more = ": how many are missing is not known" if files else ""
    return f"{' and '.join(parts)} could not be read{more}." if parts else ""

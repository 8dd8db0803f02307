"""What readers read when something cannot be read: never what was found, nor where."""

import logging
from functools import lru_cache

from geo.errors import BorderFileError, EventFileError, GeoError, StoryFileError

_log = logging.getLogger(__name__)
_MOST_REMEMBERED = 1_000
_WORDS: dict[type[GeoError], str] = {
    StoryFileError: "The story cannot be read.",
    EventFileError: "The file of events cannot be read.",
    BorderFileError: "The file of a border cannot be read.",
}
SEE_LOG = "The server's log and `geo check` say why."


def describe_problem(error: GeoError) -> str:
    """Return what readers and programs learn of an error, which the log has in full.

    The message of an error quotes what was found in a file: that may be any file to which a
    story, a link or a redirect has led.
    """
    log_once(str(error))
    words = _WORDS.get(type(error), "What was requested cannot be shown.")
    return f"{words} {SEE_LOG}"


@lru_cache(maxsize=_MOST_REMEMBERED)
def log_once(message: str) -> None:
    """Log a problem once, not again for each reader."""
    _log.warning("not shown: %s", message)

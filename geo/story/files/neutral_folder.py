"""The story of a file of events that comes without one, and where a story's caches lie."""

from pathlib import Path

from geo.events import EventSource

NEUTRAL_FOLDER = Path(__file__).parent / "neutral"
"""No border, no groups, no presets."""


def find_cache_folder(folder: Path, events: EventSource | None) -> Path | None:
    """Return the folder whose caches lie beside its files; None without one.

    Parameters
    ----------
    folder : Path
        Of the story.
    events : EventSource or None
        Another event file, in place of the story's own.
    """
    if events and events.path:
        return events.path.parent
    return None if folder == NEUTRAL_FOLDER else folder

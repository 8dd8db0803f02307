"""The file in which a story remembers the imports of a table, written with the story's events."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import GeoError
from geo.events.files.written_file import write_whole_file
from geo.importing.story.state import ImportState, parse_state

FOLDER = "imports"


class ImportStateError(GeoError):
    """A file of an earlier import that cannot be used."""


def read_state(folder: Path, name: str, events: bytes) -> ImportState:
    """Return what earlier imports of a file left in a story; an empty one if there were none.

    Parameters
    ----------
    folder : Path
        Of the story.
    name : str
        What imports of the file are remembered under.
    events : bytes
        The file of the story's events.

    Raises
    ------
    ImportStateError
        If its file was broken.
    """
    path = _find(folder, name)
    # The last import was stopped after it had written these events.
    unfinished = _name_next(path, events)
    if not path.exists() and not unfinished.exists():
        return ImportState()
    try:
        return parse_state((unfinished if unfinished.exists() else path).read_bytes())
    except (OSError, ValueError) as error:
        raise ImportStateError(
            f"{FOLDER}/{path.name}: found no list of imported rows, wanted the file as it was "
            "written; restore it, or move it away to import again"
        ) from error


def write_state(folder: Path, name: str, text: bytes) -> None:
    """Write what an import remembers, where it differs from what is there."""
    path = _find(folder, name)
    if not path.exists() or path.read_bytes() != text:
        path.parent.mkdir(exist_ok=True)
        write_whole_file(path, text)
    _delete_unfinished(path)


@contextmanager
def write_state_first(folder: Path, name: str, text: bytes, events: bytes) -> Iterator[None]:
    """Write what an import remembers before the events are replaced, and put it in place after.

    Where the run is stopped in between, `read_state` finds it by the events that it belongs to.

    Parameters
    ----------
    folder : Path
    name : str
    text : bytes
        As `format_state` returns it.
    events : bytes
        What the file of the story's events is replaced by inside the context.
    """
    path = _find(folder, name)
    path.parent.mkdir(exist_ok=True)
    part = _name_next(path, events)
    write_whole_file(part, text)
    try:
        yield
    except Exception:
        part.unlink(missing_ok=True)
        raise
    part.replace(path.resolve())
    _delete_unfinished(path)


def _find(folder: Path, name: str) -> Path:
    return folder / FOLDER / f"{name}.json"


def _name_next(path: Path, events: bytes) -> Path:
    """Return what a file is called before it takes the place of another, by the events."""
    digest = hashlib.sha256(events).hexdigest()[:16]
    return path.resolve().with_name(f".{path.stem}.{digest}.part")


def _delete_unfinished(path: Path) -> None:
    """Delete what an import left that was stopped before it changed the events."""
    target = path.resolve()
    for part in target.parent.glob(f".{path.stem}.{'[0-9a-f]' * 16}.part"):
        part.unlink(missing_ok=True)

"""A view as a file: its content, or written to the disk where a place is named."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import overload

from geo.errors import ExportError, quote
from geo.events.files.written_file import write_whole_file
from geo.publishing.export.formats import FORMATS, stream_view
from geo.story.view import View


@overload
def export_view(view: View, kind: str, *, address: str = "") -> bytes: ...


@overload
def export_view(view: View, kind: str, *, address: str = "", path: str | PathLike[str]) -> Path: ...


def export_view(
    view: View, kind: str, *, address: str = "", path: str | PathLike[str] | None = None
) -> bytes | Path:
    """Return the events that a view keeps as a file, or write that file.

    Parameters
    ----------
    view : View
    kind : str
        A key of `FORMATS`, such as "csv".
    address : str
        Where the app is served: the file's link then leads back to the view.
    path : path, optional
        A file to write, in a folder that exists; a file of that name is replaced. Then memory
        does not grow with the number of events.

    Returns
    -------
    bytes or Path
        The content of the file, or `path` where one is given.

    Raises
    ------
    ExportError
        If the kind of file does not exist, or the path cannot be written.
    LinkError
        If the view is of what was known at a moment: `describe_provenance`.
    GeoError
        If the file cannot hold so many rows.
    """
    if kind not in FORMATS:
        raise ExportError(f"kind: found {quote(kind)}, wanted one of {', '.join(FORMATS)}")
    pieces = stream_view(view, kind, address)
    return b"".join(pieces) if path is None else write_file(pieces, Path(path))


def write_file(pieces: Iterable[bytes], path: Path) -> Path:
    """Write a file piece by piece, and return its path.

    It is written under another name first: a file that breaks off never has the name of a
    complete one.

    Raises
    ------
    ExportError
        If nothing can be written there; a file of that name stays as it was.
    """
    try:
        write_whole_file(path, pieces)
    except OSError as error:
        raise ExportError(
            f"{path.name}: found {_reason(path)}, wanted a file in a folder that can be written to"
        ) from error
    return path


def _reason(path: Path) -> str:
    if path.is_dir():
        return "a folder of that name"
    if not path.parent.is_dir():
        return "no such folder"
    return "a place that cannot be written to"

"""The files of a story lie in its folder: a link that leads out of it is refused."""

from pathlib import Path

from geo.errors import GeoError, Problem, StoryFileError
from geo.events.files.whole_file import read_wanted_file


def find_own_file(folder: Path, name: str | Path, error: type[GeoError] = StoryFileError) -> Path:
    """Return the path of a file of a story, which need not exist.

    Anyone who may write a story says what is shown of it, and not what is read of the machine.

    Parameters
    ----------
    folder : Path
    name : str or Path
        Below the folder.
    error : type of GeoError, optional
        What is raised.

    Raises
    ------
    GeoError
        If the file, or a folder on the way to it, is a link to a place outside.
    """
    path = folder / name
    if not _is_inside(path, folder):
        found = "a link that leads out of the story's folder"
        raise error(Problem("", found, "a file in it"), file=str(name))
    return path


def read_own_file(
    folder: Path, name: str, wanted: str, error: type[GeoError] = StoryFileError
) -> bytes:
    """Return what is in a file of a story.

    Parameters
    ----------
    folder : Path
    name : str
        Below the folder.
    wanted : str
        What it should hold, in plain words.
    error : type of GeoError, optional
        What is raised.

    Raises
    ------
    GeoError
        If it cannot be read, or is a link to a place outside the folder.
    """
    return read_wanted_file(find_own_file(folder, name, error), name, wanted, error)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False  # links that lead to each other

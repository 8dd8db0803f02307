"""What messages call a folder: its own name, and never a path of this machine."""

import os
from pathlib import Path


def name_folder(folder: Path | str | os.PathLike[str]) -> str:
    """Return the name of a folder, also of one that is given as "." or "..".

    >>> name_folder("stories/ships/"), name_folder("stories/ships/.."), name_folder("/")
    ('ships', 'stories', '/')
    """
    return Path(os.path.normpath(Path(folder).absolute())).name or "/"

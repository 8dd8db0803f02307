"""The border that a story names: of a file in its folder, or of a country of the world."""

from pathlib import Path

from geo.border import Border, read_border
from geo.border.country import read_country_border
from geo.errors import BorderFileError
from geo.story.own_file import find_own_file
from geo.story.story_file import BorderFile


def read_story_border(border: BorderFile, folder: Path) -> Border:
    """Return the border of a story.

    Raises
    ------
    BorderFileError
        If its file cannot be used.
    """
    if border.country:
        return read_country_border(
            border.country, border.name, border.version, border.credit, border.accuracy_m
        )
    return read_border(
        find_own_file(folder, border.file or "", BorderFileError),
        border.name,
        border.version,
        border.credit,
        border.accuracy_m or 0.0,
    )

"""Mappings for well-known data sets: each a file of this folder."""

import re
from functools import cache
from pathlib import Path

from geo.errors import Problem, quote
from geo.events.suggestion import suggest
from geo.importing.columns.mapping import ColumnMapping, MappingError, read_mapping
from geo.importing.tables.table import Table

_FOLDER = Path(__file__).parent
# Some cells of a column that a data set fills by one pattern are corrected by hand, or lost.
_MOST_CELLS = 0.7


@cache
def list_presets() -> dict[str, ColumnMapping]:
    """Return the mapping of each preset by its name."""
    files = sorted(_FOLDER.glob("*.json"))
    return {path.stem: read_mapping(path) for path in files}


def find_preset(name: str) -> ColumnMapping:
    """Return a preset by its name.

    Raises
    ------
    MappingError
        If there is none; the message names those that there are.
    """
    presets = list_presets()
    if name in presets:
        return presets[name]
    raise MappingError(
        Problem("--from", quote(name), f"one of {', '.join(presets)}{suggest(name, presets)}")
    )


def match_preset(table: Table) -> ColumnMapping | None:
    """Return the preset whose typical columns a table has; that with the most of them."""
    here = {name.lower() for name in table.columns}
    matching = [
        preset
        for preset in list_presets().values()
        if preset.marker_columns
        and {column.lower() for column in preset.marker_columns} <= here
        and all(_fits(table, *marker) for marker in preset.marker_cells.items())
    ]
    return max(matching, key=lambda preset: len(preset.marker_columns), default=None)


def _fits(table: Table, column: str, pattern: str) -> bool:
    cells = [cell for cell in table.column(column)[:200] if cell] if column in table.columns else []
    fitting = sum(bool(re.search(pattern, cell)) for cell in cells)
    return fitting > _MOST_CELLS * len(cells)

"""Which table of a file holds events, and the mapping that it is read with."""

from dataclasses import replace

from geo.importing.columns.mapping import ColumnMapping
from geo.importing.columns.recognise import recognise_columns
from geo.importing.files.request import Request
from geo.importing.presets.presets import find_preset, match_preset
from geo.importing.tables.limits import TableFileError
from geo.importing.tables.table import Table

_NEEDED = frozenset({"date", "title", "summary", "lat", "coordinates", "place"})


def choose_table(tables: list[Table], name: str) -> Table:
    """Return the table of a file that holds events; what else is in it is named.

    Raises
    ------
    TableFileError
        If several do: somebody has to say which.
    """
    if len(tables) == 1:
        return tables[0]
    likely = [table for table in tables if _count_known(table) >= 2]
    if len(likely) != 1:
        names = ", ".join(f"{table.name!r} ({len(table):,} rows)" for table in tables)
        raise TableFileError(f"{name}: found {names}; name one of them: --sheet")
    others = ", ".join(repr(table.name) for table in tables if table is not likely[0])
    remark = f"read is {likely[0].name!r}; not read: {others}"
    return replace(likely[0], remarks=(remark, *likely[0].remarks))


def _count_known(table: Table) -> int:
    if match_preset(table):
        return 9
    roles = {one.role for one in recognise_columns(table)} & _NEEDED
    return len(roles) + (table.shapes is not None)


def choose_mapping(table: Table, request: Request) -> tuple[ColumnMapping, str]:
    """Return the mapping that a table is read with, and a word on where it comes from."""
    if request.mapping:
        # On the page a mapping without columns says that nothing was changed.
        return request.mapping, "columns as the mapping names them" * bool(request.mapping.columns)
    if request.preset:
        preset = find_preset(request.preset)
        return preset, f"preset {preset.name}: {preset.about}"
    if preset_found := match_preset(table):
        return preset_found, f"recognised by its columns: {preset_found.name}, {preset_found.about}"
    return ColumnMapping(), ""

"""The mapping that a table is read with, and whether it fits."""

from geo.importing.columns.mapping import ColumnMapping
from geo.importing.columns.named_columns import check_mapped_columns
from geo.importing.files.request import Request
from geo.importing.presets.catalogue import find_preset, match_preset
from geo.importing.questions.answers import check_answers
from geo.importing.tables.table import Table


def choose_mapping(table: Table, request: Request) -> tuple[ColumnMapping, str]:
    """Return the mapping that a table is read with, and a phrase on where it comes from."""
    if mapping := request.mapping:
        # On the page a mapping without columns says that nothing was changed.
        return mapping, "columns as the mapping names them" if mapping.columns else ""
    if request.preset:
        preset = find_preset(request.preset)
        return preset, f"preset {preset.name}: {preset.about}"
    if found := match_preset(table):
        return found, f"recognised by its columns: {found.name}, {found.about}"
    return ColumnMapping(), ""


def check_request(table: Table, request: Request) -> None:
    """Raise MappingError where somebody names a column or a question that a table does not have.

    A preset, which has marker columns, may name columns that only some tables of its data set have.
    """
    mapping = request.mapping
    if mapping and not mapping.marker_columns:
        check_mapped_columns(table, mapping)
        check_answers(table, mapping.answers)
    check_answers(table, request.given)

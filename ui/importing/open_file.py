"""A file that is open on the page that imports, and what its rows give."""

from dataclasses import dataclass

from geo.importing.files import Request, import_table
from geo.importing.into_story import StoryImport
from geo.importing.mapping import ColumnUse, Mapping
from geo.importing.outcome import Outcome
from geo.importing.table import Table

Uses = dict[str, ColumnUse]
"""What columns were changed to, by their names."""


@dataclass(frozen=True)
class OpenFile:
    """A file that was dropped, its table, and the story that it would go into."""

    name: str
    table: Table
    own: Outcome | None
    mapping: Mapping
    target: StoryImport


def build_outcome(file: OpenFile, uses: Uses, answers: dict[str, str]) -> Outcome:
    """Return what the rows give with these columns and answers."""
    if file.own:
        return file.own
    columns = {**file.mapping.columns, **uses}
    mapping = file.mapping.model_copy(update={"columns": columns})
    return import_table(file.table, file.target.setting, Request(mapping=mapping, answers=answers))

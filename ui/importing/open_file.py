"""A file that is open on the page that imports, and what its rows give."""

from dataclasses import dataclass

import streamlit as st

from geo.importing.columns.mapping import ColumnMapping, ColumnUse
from geo.importing.files.import_file import import_table
from geo.importing.files.request import Request
from geo.importing.outcome.checked import check_made
from geo.importing.outcome.outcome import Outcome
from geo.importing.story.story_import import StoryImport
from geo.importing.tables.table import Table

Uses = dict[str, ColumnUse]
"""What columns were changed to, by their names."""


@dataclass(frozen=True)
class OpenFile:
    """A file that was dropped, its table, and the story that it would go into.

    `digest` is a hash of its content.
    """

    name: str
    digest: str
    table: Table
    exported: Outcome | None
    mapping: ColumnMapping
    target: StoryImport


# A page runs again at every touch, and asks more than once what the rows give.
@st.cache_resource(
    max_entries=6,
    show_spinner=False,
    hash_funcs={
        OpenFile: lambda it: (
            *(it.digest, it.table.name, it.name, hash(it.target.story)),
            *(it.target.state.file, *it.target.state.mapping.answers.items()),
        ),
        ColumnUse: ColumnUse.model_dump_json,
    },
)
def build_outcome(file: OpenFile, uses: Uses, answers: dict[str, str]) -> Outcome:
    """Return what the rows give with these columns and answers, as the model of an event has it."""
    outcome = file.exported or _read_rows(file, uses, answers)
    check_made(outcome, file.target.story.zone, file.target.story.vocabulary)
    return outcome


def _read_rows(file: OpenFile, uses: Uses, answers: dict[str, str]) -> Outcome:
    columns = {**file.mapping.columns, **uses}
    mapping = file.mapping.model_copy(update={"columns": columns})
    request = Request(mapping=mapping, answers=answers, remembered=file.target.state.remembered)
    return import_table(file.table, file.target.destination, request)

"""What an earlier import of the same table left in a story: rows with the events it wrote."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel

from geo.importing.columns.mapping import ColumnMapping
from geo.importing.outcome.outcome import Members
from geo.importing.questions.remembered import Remembered
from geo.importing.tables.table import Table

FORMAT = "what-we-know import 1"
_PART = re.compile(r"\.rejected$", re.IGNORECASE)


@dataclass(frozen=True)
class PastRow:
    """A row as it was imported last: its cells, and the event that was written for it."""

    id: str
    cells: Mapping[str, str]
    feature: Members


@dataclass
class ImportState:
    """What is known of earlier imports of a table.

    Attributes
    ----------
    rows : dict of str to PastRow
        By the id of the event.
    mapping : ColumnMapping
        With the answers that were given.
    file : str
        What the table was called when it was imported last; "" if it was not.
    """

    rows: dict[str, PastRow] = field(default_factory=dict)
    mapping: ColumnMapping = field(default_factory=ColumnMapping)
    file: str = ""

    @property
    def remembered(self) -> Remembered:
        """The answers that were given."""
        return Remembered(self.file, dict(self.mapping.answers))


def name_import(name: str) -> str:
    """Return what imports of a file are remembered under; its rejected rows are part of it.

    >>> name_import("Incidents 2023.rejected.2.csv"), name_import("Incidents 2023.csv.gz")
    ('incidents-2023', 'incidents-2023')
    """
    stem = Path(name).name.split("?")[0]
    while (suffix := Path(stem).suffix) and len(suffix) <= 9 and not _PART.search(stem):
        stem = stem.removesuffix(suffix)
    stem = _PART.sub("", stem)
    plain = re.sub(r"[^a-z0-9]+", "-", stem.casefold()).strip("-")
    return plain[:60] or "table"


def holds_rejected_rows(name: str) -> bool:
    """Return whether a file holds only the rows of a table that were rejected before."""
    return ".rejected." in Path(name).name.lower()


class _Row(BaseModel):
    id: str
    cells: dict[str, str]
    feature: dict[str, object]


class _File(BaseModel):
    mapping: ColumnMapping
    rows: list[_Row]
    file: str = ""


def parse_state(content: bytes) -> ImportState:
    """Return what is in a file of an earlier import.

    Raises
    ------
    ValueError
        If it is none.
    """
    file = _File.model_validate_json(content)
    rows = {row.id: PastRow(row.id, row.cells, row.feature) for row in file.rows}
    return ImportState(rows, file.mapping, file.file)


def format_state(state: ImportState, name: str) -> bytes:
    """Return the text of the file, a line for each row, so that versions of it can be compared."""
    mapping = state.mapping.model_dump(by_alias=True, exclude_defaults=True)
    head = {"format": FORMAT, "file": name, "mapping": mapping}
    rows = [
        json.dumps(
            {"id": row.id, "cells": dict(row.cells), "feature": row.feature}, ensure_ascii=False
        )
        for row in state.rows.values()
    ]
    text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return (text + ',\n "rows": [\n' + ",\n".join(rows) + "\n]}\n").encode()


def know_claimless(state: ImportState, table: Table, current: Mapping[str, Members]) -> ImportState:
    """Return a state with which claims may be added to events of a story that have none."""
    rows = dict(state.rows)
    for event in dict.fromkeys(table.column("event")):
        given = current.get(event, {}).get("properties")
        if event not in rows and isinstance(given, dict) and not given["claims"]:
            rows[event] = PastRow(event, {"event": event}, current[event])
    return replace(state, rows=rows)

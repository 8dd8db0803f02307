"""What an earlier import of the same table left in a story: rows with the events it wrote."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from geo.errors import GeoError
from geo.importing.mapping import ColumnMapping
from geo.importing.outcome import Members

FORMAT = "what-we-know import 1"
FOLDER = "imports"
_PART = re.compile(r"\.rejected$", re.IGNORECASE)


class ImportStateError(GeoError):
    """A file of an earlier import that cannot be used."""


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
    """

    rows: dict[str, PastRow] = field(default_factory=dict)
    mapping: ColumnMapping = field(default_factory=ColumnMapping)


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


def is_part(name: str) -> bool:
    """Return whether a file holds only the rows of a table that were rejected before."""
    return ".rejected." in Path(name).name.lower()


def read_state(folder: Path, name: str) -> ImportState:
    """Return what earlier imports of a file left in a story; an empty one where there was none.

    Raises
    ------
    ImportStateError
        If its file was broken.
    """
    path = folder / FOLDER / f"{name}.json"
    if not path.exists():
        return ImportState()
    try:
        content = json.loads(path.read_text("utf-8"))
        rows = {
            str(row["id"]): PastRow(str(row["id"]), row["cells"], row["feature"])
            for row in content["rows"]
        }
        mapping = ColumnMapping.model_validate(content["mapping"])
    except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
        raise ImportStateError(
            f"{FOLDER}/{path.name}: found no list of imported rows, wanted the file as it was "
            "written; restore it, or move it away to import again"
        ) from error
    return ImportState(rows, mapping)


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

"""What each column of a table is read as: a preset, or as a newsroom wrote or answered it."""

import json
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from geo.errors import GeoError, quote
from geo.importing.words.column_names import list_roles
from geo.story.files.json_file import parse_model

FORMAT = "what-we-know mapping 1"


class MappingError(GeoError):
    """A mapping that cannot be used."""


def _check_role(role: str) -> str:
    if role not in list_roles():
        raise ValueError(f"found {quote(role)}, wanted one of {', '.join(sorted(list_roles()))}")
    return role


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ColumnUse(_Model):
    """How one column is read.

    `order` is that of numbers in its dates, `epoch` the unit of a number of seconds since 1970,
    `words` say what its codes mean; `pattern` takes a cell apart, each of its named groups read as
    the role of that name. A column that is "kept" goes into the desk's note, in its words.
    """

    role: Annotated[str, AfterValidator(_check_role)] = Field(alias="as")
    order: Literal["", "dmy", "mdy", "ymd"] = ""
    epoch: Literal["", "s", "ms"] = ""
    words: dict[str, str] = {}
    pattern: str = ""


class MappedSpeaker(_Model):
    """Who speaks in the claims that a data set makes."""

    name: str
    kind: str = "analyst"


class ColumnMapping(_Model):
    """What each column is read as.

    Attributes
    ----------
    marker_columns : tuple of str
        Columns by which a preset recognises its tables; a table must have them all.
    marker_cells : dict of str to str
        Patterns that most cells of a column match, where names of columns are not enough.
    is_open : bool
        Whether columns that a preset does not name are recognised by their names.
    header : tuple of str
        Names of the columns of a file without a header.
    columns : dict of str to ColumnUse
    title : str
        A title made of cells, "{column}", where no column holds one.
    prefix : str
        What the ids of a data set start with, so that those of two cannot be the same.
    speaker : MappedSpeaker, optional
    widen_by : str
        The column whose cells say how far a date is known.
    widen_words : dict of str to str
        What these cells mean: hour, week, month or year.
    crs : str
        The coordinate system of eastings and northings.
    answers : dict of str to str
        To questions that were asked.
    """

    format: Literal["what-we-know mapping 1"] = "what-we-know mapping 1"
    name: str = ""
    about: str = ""
    marker_columns: tuple[str, ...] = ()
    marker_cells: dict[str, str] = {}
    is_open: bool = False
    header: tuple[str, ...] = ()
    columns: dict[str, ColumnUse] = {}
    title: str = ""
    prefix: str = ""
    speaker: MappedSpeaker | None = None
    widen_by: str = ""
    widen_words: dict[str, Literal["hour", "week", "month", "year"]] = {}
    crs: str = ""
    answers: dict[str, str] = {}


def read_mapping(path: Path) -> ColumnMapping:
    """Return the mapping in a file.

    Raises
    ------
    MappingError
        If it cannot be read; the message names each member that is wrong.
    """
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise MappingError("not readable, wanted a mapping", file=path.name) from error
    return parse_model(content, ColumnMapping, path.name, MappingError)


def build_mapping(
    uses: dict[str, ColumnUse], answers: dict[str, str], read_by: ColumnMapping
) -> ColumnMapping:
    """Return what the columns of a table were read as, with what was answered.

    A column that was taken apart is in it with its pattern, in place of its parts.

    Parameters
    ----------
    uses : dict of str to ColumnUse
    answers : dict of str to str
    read_by : ColumnMapping
        What the table was read by.
    """
    whole = {name.lower(): use for name, use in read_by.columns.items() if use.pattern}
    parts = {
        f"{name} ({part})"
        for name, use in whole.items()
        for part in re.compile(use.pattern).groupindex
    }
    columns = {
        name: whole.get(name.lower(), use)
        for name, use in uses.items()
        if name.lower() not in parts
    }
    return ColumnMapping(columns=columns, answers=answers)


def format_mapping(mapping: ColumnMapping) -> str:
    """Return a mapping as the text of its file, without what says nothing."""
    said = mapping.model_dump(by_alias=True, exclude_defaults=True)
    return json.dumps({"format": FORMAT, **said}, ensure_ascii=False, indent=1) + "\n"

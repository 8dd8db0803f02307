"""Rows of a spreadsheet as XML, many at a time: cell by cell they take five times as long."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

import pandas as pd

_FIRST_DATE = datetime(1900, 3, 1)  # Before it, spreadsheets disagree about the calendar.
_DAY_0 = datetime(1899, 12, 30)  # As they count days from that date on.
_DAY_S = 86_400
# A cell holds 32,767 UTF-16 code units.
_LONGEST, _CUT = 32_000, " [cut: too long for a cell]"
# Characters that no XML can hold.
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# A sheet has its own form for control characters, and so for texts that look like that form.
_CONTROL = re.compile(r"_(?=x[0-9a-fA-F]{4}_)|[\x00-\x08\x0b-\x1f]")


def write_rows(table: pd.DataFrame, first: int, date_style: int) -> bytes:
    """Return the rows of a table as they are written to a sheet, each text within its cell.

    Dates before March 1900, which a spreadsheet cannot hold, are texts.

    Parameters
    ----------
    table : DataFrame, n rows
        Texts, numbers, truth values and moments, which are written in UTC; a missing value has no
        cell.
    first : int
        The number of the first row, counted from 1.
    date_style : int
        The number of the style of a moment.
    """
    # With the first spreadsheet, not at the start.
    from xlsxwriter.utility import xl_col_to_name

    rows = range(first, first + len(table))
    columns = (
        _write_column(table[name], xl_col_to_name(number), rows, date_style)
        for number, name in enumerate(table)
    )
    cells = zip(*columns, strict=True)
    return "".join(
        f'<row r="{row}">{"".join(each)}</row>' for row, each in zip(rows, cells, strict=True)
    ).encode()


def _write_column(
    values: pd.Series, letters: str, rows: Sequence[int], date_style: int
) -> Iterator[str]:
    if values.dtype.kind == "M":
        in_utc = values if values.dt.tz is None else values.dt.tz_convert(None)
        contents = [_write_moment(one, date_style) for one in in_utc.dt.to_pydatetime()]
    else:
        # A word that many rows share is written once.
        known: dict[tuple[type, object], str] = {}
        contents = []
        for one in values.astype(object).where(values.notna(), None).tolist():
            key = type(one), one
            if key not in known:
                known[key] = _write_value(one)
            contents.append(known[key])
    for row, content in zip(rows, contents, strict=True):
        yield f'<c r="{letters}{row}"{content}</c>' if content else ""


def _write_value(value: str | float | bool | None) -> str:
    """Return the end of a cell's first tag, and what follows it; nothing for a missing value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _write_text(value)
    if isinstance(value, bool):
        return f' t="b"><v>{value:d}</v>'
    return f"><v>{value:.16G}</v>"


def _write_moment(moment: datetime, style: int) -> str:
    if moment < _FIRST_DATE:
        return _write_text(moment.isoformat())
    since = moment - _DAY_0
    days = since.days + (since.seconds + since.microseconds / 1e6) / _DAY_S
    return f' s="{style}"><v>{days:.16G}</v>'


def _write_text(text: str) -> str:
    """Return a text as it is, also one that starts like a formula."""
    if len(text) * 2 > _LONGEST:
        text = _cut(text)
    text = _NOT_XML.sub("\ufffd", text)
    text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    preserve = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{preserve}>{escape(text, quote=False)}</t></is>'


def _cut(text: str) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _LONGEST:
        return text
    room = 2 * (_LONGEST - len(_CUT))
    return units[:room].decode("utf-16-le", "ignore") + _CUT

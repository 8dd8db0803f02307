"""Events and claims as CSV that spreadsheets open as text, and never as a formula."""

import csv
import re
from collections.abc import Iterable, Iterator

import pandas as pd

from geo.publishing.export.provenance import Provenance
from geo.publishing.export.tables import Taken, claims_table, events_table

# What makes a spreadsheet see a formula, also in full width (OWASP, CSV injection); quotes before
# it are counted in, so that each text has a form of its own and the way back is exact.
_ARMED = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_DISARMED = re.compile(r"'+\s*[=+\-@＝＋－＠]|'+[\t\r\n]")
# What each row says of the file it comes from: rows are cut out and pasted elsewhere.
_OF_THE_FILE = ("title", "version", "as_of", "data_version", "border", "border_version")
_OF_THE_CHOICE = ("method", "licence", "attribution", "filter", "counted", "link")


def write_events_csv(taken: Taken) -> Iterator[bytes]:
    """Yield one row for each event: UTF-8 with a byte order mark, lines end with CR LF.

    Each row says how many rows the file has: a part of it cannot pass for the whole.
    """
    tables = (pd.DataFrame(events_table(part).drop(columns="geometry")) for part in taken.parts())
    return _write(tables, taken, len(taken.rows))


def write_claims_csv(taken: Taken) -> Iterator[bytes]:
    """Yield one row for each claim, in the same form."""
    return _write(map(claims_table, taken.parts()), taken, taken.number_of("claims"))


def disarm(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> disarm("=HYPERLINK(A1)"), disarm("no formula"), disarm("'=A1")
    ("'=HYPERLINK(A1)", 'no formula', "''=A1")
    """
    return "'" + text if _ARMED.match(text) else text


def rearm(text: str) -> str:
    """Return the text that was disarmed: the way back of `disarm`."""
    return text[1:] if _DISARMED.match(text) else text


def of_each_row(about: Provenance) -> dict[str, str | None]:
    """Return what each row says of the file it comes from: columns and their one value."""
    texts = about.texts()
    return {
        f"record_{name}": disarm(texts.get(name, "")) or None
        for name in (*_OF_THE_FILE, *_OF_THE_CHOICE)
    }


def _write(tables: Iterable[pd.DataFrame], taken: Taken, rows: int) -> Iterator[bytes]:
    names, mark = True, b"\xef\xbb\xbf"
    for table in tables:
        cells = pd.DataFrame({name: _cells(table[name]) for name in table}, index=table.index)
        cells = cells.assign(**of_each_row(taken.about), record_rows=rows)
        text = cells.to_csv(
            index=False, header=names, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n"
        )
        yield mark + text.encode()
        names, mark = False, b""


def _cells(values: pd.Series) -> pd.Series:
    if values.dtype.kind == "M":
        suffix = "Z" if isinstance(values.dtype, pd.DatetimeTZDtype) else ""
        texts: pd.Series = values.dt.strftime(f"%Y-%m-%dT%H:%M:%S{suffix}")
        return texts
    if values.dtype == object or values.dtype == "str":
        return values.map(disarm, na_action="ignore")
    return values

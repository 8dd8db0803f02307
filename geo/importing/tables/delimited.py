"""Tables of delimited text: CSV, TSV and what spreadsheets of other countries call CSV."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from geo.errors import quote
from geo.importing.tables.encoding import NAMES, find_encoding
from geo.importing.tables.header import Lines, cut_table
from geo.importing.tables.limits import (
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_COLUMNS,
    TableFileError,
)
from geo.importing.tables.table import Table

_DELIMITERS = ",;\t|"
_SAMPLED = 60
_HEAD = 1 << 18


def read_delimited(
    content: bytes, name: str, encoding: str | None = None, header: tuple[str, ...] = ()
) -> Table:
    """Return the table in a text file.

    Raises
    ------
    TableFileError
        If there is none, or a line of it is longer than any table has.
    """
    check_line_lengths(content)
    found = find_encoding(content, encoding)
    remarks = []
    if found.is_guessed:
        shown = NAMES.get(found.name, found.name)
        remarks.append(
            f"read as {shown}, the most likely encoding; if letters are wrong, name it: --encoding"
        )
    head = content[:_HEAD].decode(found.name, "ignore").removeprefix("\ufeff")
    first = head.partition("\n")[0].strip().strip('"')
    is_named = first.lower().startswith("sep=")
    delimiter = (first[4:5] or "\t") if is_named else find_delimiter(head)
    lines = _Records(content, found.name, delimiter, int(is_named))
    table = cut_table(name, lines, int(is_named), names_given=header, is_delimited=True)
    return replace(table, remarks=(*remarks, *table.remarks))


def check_line_lengths(content: bytes) -> None:
    """Raise TableFileError if a line would fill the memory."""
    for start in range(0, len(content) - LONGEST_LINE + 1, LONGEST_LINE):
        part = content[start : start + LONGEST_LINE]
        if b"\n" not in part and b"\r" not in part:
            raise TableFileError(
                f"found a line of more than {LONGEST_LINE >> 20} MB, wanted a table with a line "
                "for each row"
            )


def find_delimiter(text: str) -> str:
    """Return the delimiter by which most lines have the same number of cells.

    >>> find_delimiter("a;b\\n1,5;2\\n")
    ';'
    """
    scores = {mark: _score(text, mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: scores[mark])


def _score(text: str, mark: str) -> float:
    try:
        widths = Counter(len(row) for row in islice(_parse(text, mark), _SAMPLED) if any(row))
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    # Many cells of one width are less likely by chance than two.
    return 0 if width < 2 else count / widths.total() * (1 + width / 100) + (width > 2) / 10


def _parse(text: str, mark: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)


class _Records(Lines):
    """The records of a delimited text, in the order of the file, which can be read repeatedly."""

    def __init__(self, content: bytes, encoding: str, delimiter: str, skipped: int) -> None:
        self._content, self._encoding = content, encoding
        self._delimiter, self._skipped = delimiter, skipped

    def __iter__(self) -> Iterator[list[str]]:
        # Read line by line: the text of a large file is never held as a whole.
        lines = io.TextIOWrapper(io.BytesIO(self._content), self._encoding, newline="")
        csv.field_size_limit(LONGEST_CELL)
        passed = _Passed(islice(lines, self._skipped, None))
        records = csv.reader(passed, delimiter=self._delimiter)
        for number in range(1 + self._skipped, 1 << 40):
            passed.lines.clear()
            try:
                record = next(records)
                if passed.is_over or len(passed.lines) > 1:
                    self._check_quotes(passed)
            except StopIteration:
                return
            except csv.Error as error:
                raise TableFileError(
                    f"row {number}: found {quote(str(error))}, wanted cells that end; is a quote "
                    "left open?"
                ) from error
            if len(record) > MOST_COLUMNS:
                raise TableFileError(
                    f"row {number}: found {len(record):,} cells, wanted at most {MOST_COLUMNS:,}"
                )
            yield record

    def _check_quotes(self, passed: "_Passed") -> None:
        """Raise csv.Error where a record of several lines is more likely several records.

        A cell that starts with a quote takes in all lines up to the next quote, or all to the end.
        """
        if passed.is_over:
            raise csv.Error("a cell that goes on to the end of the file")
        list(csv.reader(passed.lines, delimiter=self._delimiter, strict=True))


class _Passed:
    """Lines on their way to the reader of records, those of the record that it is at remembered."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.lines: list[str] = []
        self.is_over = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self._lines)
        except StopIteration:
            self.is_over = True
            raise
        self.lines.append(line)
        return line

"""A CSV file record by record, each with the exact text that it has in the file."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TextIO

from geo.errors import EventFileError
from geo.importing.tables.encoding import find_encoding
from geo.importing.tables.limits import LONGEST_CELL, LONGEST_LINE, TableFileError

DELIMITERS = (",", ";", "\t", "|")
MARK = "\ufeff"
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_OTHER_BYTE = re.compile("[\udc80-\udcff]")


class CsvRecord(NamedTuple):
    """One record: its fields, its text without the end of its line, and that end."""

    fields: list[str]
    text: str
    line_end: str


@dataclass(frozen=True)
class CsvFile:
    """A file of records that can be read more than once.

    Attributes
    ----------
    path : Path
    encoding : str
        Only UTF-8; other bytes are kept unchanged.
    delimiter : str
    """

    path: Path
    encoding: str
    delimiter: str

    @property
    def errors(self) -> str:
        """How bytes that are not of the encoding are read and written."""
        return "surrogateescape" if self.encoding == "utf-8" else "strict"

    def iterate_records(self) -> Iterator[CsvRecord]:
        """Yield the header and then each record; an empty line is one without fields.

        A byte order mark stays in the text of the header.

        Raises
        ------
        EventFileError
            If a quoted field does not end, or the file is not in its encoding.
        """
        number = 0
        try:
            with self.path.open(encoding=self.encoding, errors=self.errors, newline="") as file:
                raw: list[str] = []
                lines = _pass_on(_iterate_lines(file, self.path.name), raw)
                csv.field_size_limit(LONGEST_CELL)
                for fields in csv.reader(lines, delimiter=self.delimiter, strict=True):
                    text = "".join(raw)
                    raw.clear()
                    bare = text.rstrip("\r\n")
                    yield CsvRecord(fields, bare, text[len(bare) :])
                    number += bool(fields)
        except csv.Error as error:
            where = f"row {number}" if number else "header"
            if "field limit" in str(error):
                raise EventFileError(
                    f"{self.path.name}, {where}: found a cell of more than {LONGEST_CELL:,} "
                    "letters, wanted shorter ones"
                ) from error
            raise EventFileError(
                f"{self.path.name}, {where}: found a quoted field that has no end, or text after "
                "its end, wanted CSV"
            ) from error
        except UnicodeError as error:
            raise EventFileError(
                f"{self.path.name}: found bytes that are not {self.encoding}, "
                "wanted another --encoding"
            ) from error

    def has_other_bytes(self) -> bool:
        """Return whether there are bytes that are not UTF-8."""
        with self.path.open(encoding=self.encoding, errors=self.errors, newline="") as file:
            return any(map(_OTHER_BYTE.search, _iterate_lines(file, self.path.name)))


def _iterate_lines(file: TextIO, name: str) -> Iterator[str]:
    """Yield lines with their ends; raise EventFileError for one that would fill the memory."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise EventFileError(
                f"{name}: found a line of more than {LONGEST_LINE >> 20} MB, wanted CSV"
            )
        yield line


def _pass_on(lines: Iterable[str], raw: list[str]) -> Iterator[str]:
    """Yield lines without a byte order mark; add each as it is to `raw`."""
    for line in lines:
        raw.append(line)
        yield line.removeprefix(MARK)


def find_file_encoding(path: Path) -> str:
    """Return the encoding that a byte order mark states, else UTF-8."""
    with path.open("rb") as file:
        return _MARKS.get(file.read(2), "utf-8")


def check_is_text(path: Path) -> None:
    """Raise EventFileError where an import would say that a file is no text."""
    with path.open("rb") as file:
        start = file.read(1 << 16)
    try:
        find_encoding(start)
    except TableFileError as error:
        raise EventFileError(f"{path.name}: {error}") from error


def format_fields(fields: Sequence[str], delimiter: str) -> str:
    """Return fields as part of a line, quoted where they must be."""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(fields)
    return line.getvalue()

"""What the cells of a workbook hold beside their values: links, formulas and merged cells.

The library that reads the values does not give these. A file is opened once for all of them.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.importing.tables.formula import FORMULA
from geo.importing.tables.workbook_reply import CellRange

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_BYTES = 200 << 20
# A formula at the end of its cell, or before a value that is empty.
_UNSAVED = re.compile(rb"<f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)(?:<v\s*/>|<v></v>|(?=</c>))")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError),
    *(ParseError, DefusedXmlException, ValueError, LookupError),
)


@dataclass
class HiddenCells:
    """What a sheet holds beside its values.

    Attributes
    ----------
    links : dict
        The address at row and column, from 0.
    unsaved : int
        How many formulas have no stored result.
    merged : list of CellRange
        Where the values do not come with them.
    """

    links: dict[tuple[int, int], str] = field(default_factory=dict)
    unsaved: int = 0
    merged: list[CellRange] = field(default_factory=list)


def read_hidden_cells(content: bytes) -> dict[str, HiddenCells]:
    """Return what each sheet of an xlsx or ods file holds beside its values; {} of other files.

    No formula is run: of =HYPERLINK("address","words") the address is read as text.
    """
    if not content.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "content.xml" in archive.namelist():
                return _read_ods(_read(archive, "content.xml"))
            return {name: _read_xlsx_sheet(archive, path) for name, path in _list_sheets(archive)}
    except _BROKEN:
        return {}


def _read(archive: zipfile.ZipFile, path: str) -> bytes:
    """Return a part of a file; b"" if it is missing or too large."""
    if path not in archive.namelist() or archive.getinfo(path).file_size > _MOST_BYTES:
        return b""
    return archive.read(path)


def _parse(text: bytes) -> Iterator[Element]:
    if text:
        tree: Element = ElementTree.fromstring(text, forbid_dtd=True)
        yield from tree.iter()


def _list_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = _read_targets(archive, "xl/workbook.xml")
    for one in _parse(_read(archive, "xl/workbook.xml")):
        if one.tag == f"{_MAIN}sheet":
            target = targets.get(one.get(f"{_R}id", ""), "")
            yield one.get("name", ""), f"xl/{target.removeprefix('/xl/')}"


def _read_targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    folder, _, name = path.rpartition("/")
    relations = _parse(_read(archive, f"{folder}/_rels/{name}.rels"))
    return {
        one.get("Id", ""): one.get("Target", "")
        for one in relations
        if one.tag == f"{_RELATIONS}Relationship"
    }


def _read_xlsx_sheet(archive: zipfile.ZipFile, path: str) -> HiddenCells:
    text = _read(archive, path)
    unsaved = sum(b"HYPERLINK" not in found.upper() for found in _UNSAVED.findall(text))
    hidden = HiddenCells(unsaved=unsaved)
    if b"HYPERLINK" not in text.upper():
        return hidden
    targets = _read_targets(archive, path)
    for one in _parse(text):
        if one.tag == f"{_MAIN}c":
            formula = one.findtext(f"{_MAIN}f")
            if formula and (match := FORMULA.fullmatch(f"={formula}")):
                hidden.links[_find_position(one.get("r", ""))] = match[1]
        elif one.tag == f"{_MAIN}hyperlink":
            address = targets.get(one.get(f"{_R}id", ""), "")
            if address.lower().startswith(("http://", "https://")):
                hidden.links[_find_position(one.get("ref", "").partition(":")[0])] = address
    return hidden


def _find_position(reference: str) -> tuple[int, int]:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    if not match:
        return -1, -1
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _read_ods(text: bytes) -> dict[str, HiddenCells]:
    """Return the merged cells of each sheet; rows and cells may say that they are repeated."""
    found: dict[str, HiddenCells] = {}
    if b"number-rows-spanned" not in text and b"number-columns-spanned" not in text:
        return found
    for sheet in _parse(text):
        if sheet.tag != f"{_TABLE}table":
            continue
        merged: list[CellRange] = []
        top = 0
        for row in sheet.iter(f"{_TABLE}table-row"):
            left = 0
            for cell in row:
                right = left + _count(cell, "number-columns-spanned") - 1
                bottom = top + _count(cell, "number-rows-spanned") - 1
                if (bottom, right) != (top, left):
                    merged.append((top, left, bottom, right))
                left += _count(cell, "number-columns-repeated")
            top += _count(row, "number-rows-repeated")
        found[sheet.get(f"{_TABLE}name", "")] = HiddenCells(merged=merged)
    return found


def _count(element: Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 9 else 1

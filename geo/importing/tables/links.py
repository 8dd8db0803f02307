"""The addresses behind the cells of an xlsx file: links, and formulas that are nothing but one."""

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from geo.importing.sources import FORMULA

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_BYTES = 200 << 20
# A formula at the end of its cell, or before a value that is empty.
_UNSAVED = re.compile(rb"<f(?:\s[^<>]*)?(?:/>|>([^<]*)</f>)(?:<v\s*/>|<v></v>|(?=</c>))")

Links = dict[str, dict[tuple[int, int], str]]
"""The address at row and column, from 0, by the name of the sheet."""


def find_links(content: bytes) -> Links:
    """Return the addresses of the links in each sheet of an xlsx file; none of other files.

    No formula is run: of =HYPERLINK("address","words") the address is read as text.
    """
    if not content.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return {}
            sheets = _list_sheets(archive)
            return {name: _read_sheet(archive, path) for name, path in sheets.items()}
    except (zipfile.BadZipFile, ElementTree.ParseError, DefusedXmlException, zlib.error, OSError):
        return {}


def count_unsaved(content: bytes) -> dict[str, int]:
    """Return how many formulas of each sheet of an xlsx file hold no result, where some do not."""
    if not content.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return {}
            sheets = _list_sheets(archive)
            counts = {name: _count_unsaved(archive, path) for name, path in sheets.items()}
    except (zipfile.BadZipFile, ElementTree.ParseError, DefusedXmlException, zlib.error, OSError):
        return {}
    return {name: count for name, count in counts.items() if count}


def _count_unsaved(archive: zipfile.ZipFile, path: str) -> int:
    if path not in archive.namelist() or archive.getinfo(path).file_size > _MOST_BYTES:
        return 0
    found = _UNSAVED.findall(archive.read(path))
    return sum(b"HYPERLINK" not in formula.upper() for formula in found)


def _parse(archive: zipfile.ZipFile, path: str) -> Element | None:
    if path not in archive.namelist() or archive.getinfo(path).file_size > _MOST_BYTES:
        return None
    tree: Element = ElementTree.fromstring(archive.read(path), forbid_dtd=True)
    return tree


def _read_targets(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    folder, _, name = path.rpartition("/")
    tree = _parse(archive, f"{folder}/_rels/{name}.rels")
    relations = [] if tree is None else tree.findall(f"{_RELATIONS}Relationship")
    return {one.get("Id", ""): one.get("Target", "") for one in relations}


def _list_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    tree = _parse(archive, "xl/workbook.xml")
    targets = _read_targets(archive, "xl/workbook.xml")
    sheets = [] if tree is None else tree.iter(f"{_MAIN}sheet")
    return {
        sheet.get("name", ""): "xl/"
        + targets.get(sheet.get(f"{_R}id", ""), "").removeprefix("/xl/")
        for sheet in sheets
    }


def _read_sheet(archive: zipfile.ZipFile, path: str) -> dict[tuple[int, int], str]:
    if path not in archive.namelist():
        return {}
    text = archive.read(path) if archive.getinfo(path).file_size <= _MOST_BYTES else b""
    if b"HYPERLINK" not in text.upper() and b"hyperlink" not in text:
        return {}
    tree: Element = ElementTree.fromstring(text, forbid_dtd=True)
    links: dict[tuple[int, int], str] = {}
    for cell in tree.iter(f"{_MAIN}c"):
        formula = cell.findtext(f"{_MAIN}f")
        if formula and (match := FORMULA.fullmatch(f"={formula}")):
            links[_find_position(cell.get("r", ""))] = match[1]
    targets = _read_targets(archive, path)
    for link in tree.iter(f"{_MAIN}hyperlink"):
        address = targets.get(link.get(f"{_R}id", ""), "")
        if address.lower().startswith(("http://", "https://")):
            links[_find_position(link.get("ref", "").partition(":")[0])] = address
    return links


def _find_position(reference: str) -> tuple[int, int]:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    if not match:
        return -1, -1
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1

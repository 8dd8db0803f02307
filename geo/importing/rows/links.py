"""Cells that a spreadsheet shows as the words of a link."""

from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.tables.formula import FORMULA


def read_links(cells: Cells, context: Context) -> tuple[Cells, RowPart]:
    """Return cells with the words of =HYPERLINK("address","words"), and the addresses as notes.

    A cell of sources is left as it is: there the address counts. So is one that is only kept.
    """
    plain: dict[str, str] = {}
    links = RowPart()
    for column, text in cells.items():
        # Few tables have formulas, and few of their cells.
        if not text.startswith("=") or column in (*context.many.get("source", ()), *context.extras):
            continue
        if match := FORMULA.fullmatch(text.strip()):
            address, words = (part.replace('""', '"').strip() for part in match.groups(""))
            plain[column] = words or address
            if words:
                links.notes[f"{column}, its address"] = address
    if links.notes:
        links.remarks.append(
            "of =HYPERLINK() the words are read; its address is kept in the desk's note"
        )
    return ({**cells, **plain} if plain else cells), links

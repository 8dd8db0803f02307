"""Casualties of a row as they are stated: counts that rest on a claim with the words of the table.

Nothing of them is verified, and no number is made of words that give none.
"""

from dataclasses import dataclass, field

from geo.claims.counts.count_words import COUNT_WORDS
from geo.claims.counts.stated_number import StatedNumber
from geo.importing.claims.accusation import UNNAMED, is_quoted_whole, quote_cell
from geo.importing.claims.counts import read_count, read_counts
from geo.importing.claims.no_figure import says_no_figure
from geo.importing.outcome.outcome import Cells, Members
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.words.cut import MOST_PROSE, cut_text, join_line


@dataclass
class RowCasualties(RowPart):
    """What the cells of a row say of people killed and injured.

    Attributes
    ----------
    counts : dict of str to StatedNumber
        By their member, "killed" or "injured".
    said : list of (str, str)
        The columns that give them, with their words.
    """

    counts: dict[str, StatedNumber] = field(default_factory=dict)
    said: list[tuple[str, str]] = field(default_factory=list)


def read_casualties(cells: Cells, context: Context) -> RowCasualties:
    """Return the casualties of a row; cells that give no count go to the desk's note."""
    found = RowCasualties()
    for column in context.many.get("casualties", ()):
        if text := cells.get(column):
            _read_words(column, text, found)
    for name in COUNT_WORDS:
        _read_numbers(name, cells, context, found)
    return found


def _read_words(column: str, text: str, found: RowCasualties) -> None:
    """Read a column whose words say which people are counted."""
    counts = read_counts(text)
    stated = {"killed": counts.killed, "injured": counts.injured}
    numbers = {name: number for name, number in stated.items() if number is not None}
    if not numbers:
        _keep_as_note(column, text, "people killed or injured", found)
        return
    found.said.append((column, text))
    found.counts |= numbers
    for name, number in numbers.items():
        _remark_if_empty(column, name, number, found)


def _read_numbers(name: str, cells: Cells, context: Context, found: RowCasualties) -> None:
    """Read the columns of one kind of people: a number, its lowest and its highest bound."""
    bounds: dict[str, int | None] = {}
    columns = []
    for role in (name, f"{name}_low", f"{name}_high"):
        if role not in context.uses:
            continue
        column, text = context.column(role), context.cell(role, cells)
        columns.append(column)
        number = read_count(text, COUNT_WORDS[name]) if text else None
        if number is not None:
            found.said.append((column, text))
            _remark_if_empty(column, name, number, found)
            bounds |= _list_bounds(role, name, number)
        elif text:
            _keep_as_note(column, text, f"people {name}", found)
    if not bounds:
        return
    number = StatedNumber(**bounds)
    if not _is_in_order(number):
        named = ", ".join(map(repr, columns))
        said = f"their numbers of people {name} contradict each other; kept in the claim"
        found.remarks.append(f"columns {named}: {said}")
        number = StatedNumber()
    found.counts[name] = number


def _list_bounds(role: str, name: str, number: StatedNumber) -> dict[str, int | None]:
    """Return the bounds that a column gives: all, or the one that it is a column of."""
    if role == name:
        return {"low": number.low, "best": number.best, "high": number.high}
    if role.endswith("_low"):
        return {"low": number.low if number.best is None else number.best}
    return {"high": number.high if number.best is None else number.best}


def _is_in_order(number: StatedNumber) -> bool:
    bounds = [one for one in (number.low, number.best, number.high) if one is not None]
    return bounds == sorted(bounds)


def _remark_if_empty(column: str, name: str, number: StatedNumber, found: RowPart) -> None:
    """Remark on words that speak of people and give no number, such as "several" or "3-May"."""
    if number.is_empty:
        said = f"gives no number of people {name}; its words are kept in the claim"
        found.remarks.append(f"column {column!r}: {said}")


def _keep_as_note(column: str, text: str, counted: str, found: RowPart) -> None:
    """Keep a cell that gives no count; the report names it unless it says that none is known."""
    found.notes[column] = text
    if not says_no_figure(text):
        found.remarks.append(f"column {column!r}: gives no number of {counted}; kept in the note")


def build_casualty_claim(casualties: RowCasualties, context: Context) -> Members:
    """Return the claim on which the counts of a row rest, in the words of its cells.

    Words that are too long for it are kept in the note.
    """
    said = casualties.said
    speaker = context.mapping.speaker
    if speaker:
        words = ", ".join(f"{column} {join_line(text)}" for column, text in said)
        actor: Members = {"name": speaker.name, "kind": speaker.kind}
        summary = f"Enters in its data: {words}."
        is_whole = len(summary) <= MOST_PROSE
        basis = {"basis": "analyst_inference"} if speaker.kind == "analyst" else {}
    else:
        columns = ", ".join(column for column, _ in said)
        words = ", ".join(join_line(text) for _, text in said)
        summary = quote_cell(columns, words)
        is_whole = is_quoted_whole(columns, words)
        actor, basis = dict(UNNAMED), {}
    if not is_whole:
        for column, text in said:
            casualties.keep_whole(column, text)
    return {
        "actor": actor,
        "stance": "asserts",
        "about": ["casualties"],
        "summary": cut_text(summary, MOST_PROSE),
        **basis,
    }

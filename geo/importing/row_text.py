"""Title, summary, words and the desk's note of an event, from the cells of its row."""

from collections.abc import Mapping

from geo.events.vocabulary import Word
from geo.importing.context import Context
from geo.importing.outcome import Cells, Members
from geo.importing.row import (
    MOST_LINE,
    MOST_PROSE,
    cut_text,
    fill_template,
    join_line,
    write_note,
)
from geo.importing.row_time import RowProblem
from geo.importing.tables.formula import FORMULA

_WORDS = ("event_type", "target_type", "verification")
# Words that only the desk can give: a table, even its own, does not show what they rest on.
TOO_STRONG = frozenset({"verified", "partly_verified", "established"})
_LINES = ("region", "place_local", "target", "means_reported", "incident", "place_basis")


def read_texts(cells: Cells, context: Context, notes: dict[str, str]) -> Members:
    """Return title and the members that are plain text; where one is cut, the note has it whole."""
    title, summary = _read_title(cells, context)
    members: Members = {"title": cut_text(title, MOST_LINE)}
    if summary:
        speaker = context.mapping.speaker
        said = f"{speaker.name}: {summary}" if speaker else summary
        members["summary"] = cut_text(said, MOST_PROSE)
    for role in _LINES:
        if (cell := context.cell(role, cells)) and (text := join_line(cell)):
            members[role] = cut_text(text, MOST_LINE)
            if len(text) > MOST_LINE:
                notes[context.column(role)] = text
    for role in ("damage", "doubt"):
        if text := context.cell(role, cells):
            members[role] = cut_text(text, MOST_PROSE)
    return members


def _read_title(cells: Cells, context: Context) -> tuple[str, str]:
    """Return title and summary; without a title the summary is it."""
    parts = [cells[name] for name in context.many.get("summary", ()) if cells.get(name)]
    summary = "\n".join(parts)
    title = join_line(context.cell("title", cells))
    if not title and context.mapping.title:
        title = fill_template(context.mapping.title, cells)
    if not title:
        title, summary = join_line(summary), summary if len(summary) > MOST_LINE else ""
    if not title:
        column = context.column("title" if "title" in context.uses else "summary")
        raise RowProblem(column, "nothing", "a title, or a description to make one of")
    return title, summary or (title if len(title) > MOST_LINE else "")


def read_words(
    cells: Cells, context: Context, notes: dict[str, str], remarks: list[str]
) -> Members:
    """Return members whose cells are words of the vocabulary; any other word goes to the note."""
    members: Members = {}
    for role in _WORDS:
        text = context.word(role, cells)
        if not text:
            continue
        column = context.column(role)
        word = find_word(context.setting.vocabulary[role], text)
        # In another's table "false" may only mean that nothing was verified.
        is_doubtful = word == "false" and not context.is_entry_sheet
        if word and word not in TOO_STRONG and not is_doubtful:
            members[role] = word
            continue
        notes[column] = context.cell(role, cells)
        if is_doubtful:
            said = "'false' may mean that nothing was verified, kept in the desk's note"
            remarks.append(f"column {column!r}: {said}")
            continue
        remarks.append(
            describe_strong(column, word)
            if word
            else f"column {column!r}: no {role.replace('_', ' ')} of the story, "
            "kept in the desk's note"
        )
    if group := join_line(context.word("group", cells)):
        members["group"] = find_word(context.setting.groups, group) or cut_text(group, MOST_LINE)
    return members


def describe_strong(column: str, word: str) -> str:
    """Return a sentence on a word that an import never sets."""
    return (
        f"column {column!r}: {word!r} is kept in the desk's note; an import never says so, "
        "set it in the story's events once it is checked"
    )


def find_word(words: Mapping[str, Word], text: str) -> str | None:
    """Return the word that a text is, or is the label of; None if it is not one.

    >>> find_word({"accused_denied": Word("Accused; denied", "")}, "ACCUSED; denied")
    'accused_denied'
    """
    plain = text.casefold()
    for word, one in words.items():
        if plain in (word.casefold(), one.label.casefold()):
            return word
    return None


def take_links(cells: Cells, context: Context) -> tuple[Cells, dict[str, str]]:
    """Return cells with the words of =HYPERLINK("address","words"), and the addresses as notes.

    A cell of sources is left as it is: there the address counts. So is one that is only kept.
    """
    plain: dict[str, str] = {}
    notes: dict[str, str] = {}
    for column, text in cells.items():
        # Few tables have formulas, and few of their cells.
        if not text.startswith("=") or column in (*context.many.get("source", ()), *context.extras):
            continue
        if match := FORMULA.fullmatch(text.strip()):
            address, words = (part.replace('""', '"').strip() for part in match.groups(""))
            plain[column] = words or address
            if words:
                notes[f"{column}, its address"] = address
    return ({**cells, **plain}, notes) if plain else (cells, notes)


def gather_note(cells: Cells, context: Context, notes: Mapping[str, str]) -> str:
    """Return the desk's note: what the table notes, and each cell that has no other place."""
    own = [cells[name] for name in context.many.get("note", ()) if cells.get(name)]
    extras: dict[str, str] = {}
    # In a wide table most cells are empty and left out of the row, so loop over the row.
    for name, cell in cells.items():
        if (words := context.extras.get(name)) is not None:
            extras[name] = words.get(cell, cell)
    return write_note(own, {**notes, **extras})

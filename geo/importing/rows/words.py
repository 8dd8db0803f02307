"""Words of the vocabulary in the cells of a row; any other word goes to the desk's note."""

from collections.abc import Mapping

from geo.events.vocabulary import Word
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.words.cut import MOST_LINE, join_line

_WORDS = ("event_type", "target_type", "verification")
# Words that only the desk can give: a table, even its own, does not show what they rest on.
TOO_STRONG = frozenset({"verified", "partly_verified", "established"})


def read_words(cells: Cells, context: Context) -> RowPart:
    """Return members whose cells are words of the vocabulary; any other word goes to the note."""
    words = RowPart()
    for role in _WORDS:
        if text := context.word(role, cells):
            _read_word(role, text, cells, context, words)
    if group := join_line(context.word("group", cells)):
        known = find_word(context.destination.groups, group)
        words.members["group"] = known or words.cut(context.column("group"), group, MOST_LINE)
    return words


def _read_word(role: str, text: str, cells: Cells, context: Context, words: RowPart) -> None:
    column, cell = context.column(role), context.cell(role, cells)
    word = find_word(context.destination.vocabulary[role], text)
    if word is None:
        words.keep(column, cell, f"no {role.replace('_', ' ')} of the story")
    elif word == "false" and not context.is_entry_sheet:
        # In another's table it may only mean that nothing was verified.
        words.keep(column, cell, "'false' may mean that nothing was verified")
    elif word in TOO_STRONG:
        words.notes[column] = cell
        words.remarks.append(describe_strong(column, word))
    else:
        words.members[role] = word


def describe_strong(column: str, word: str) -> str:
    """Return a sentence on a word that an import never sets."""
    return (
        f"column {column!r}: {word!r} is kept in the desk's note; an import never sets this, "
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

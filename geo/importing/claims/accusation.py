"""Who is blamed in a table: an accusation without a speaker, for the desk to complete."""

import re

from geo.importing.words.unknown import list_unknown

UNNAMED = {"name": "Unnamed", "named": False}
"""Who speaks in a claim that a table makes: it does not say, and the import does not guess."""

_NOBODY = frozenset({"nobody", "no one", "unclaimed", "n.a.", "not claimed", "none claimed"})
# A cell with more than a name, such as "Army (denies)" or "claimed by Group A", is not a name.
_MORE_THAN_A_NAME = re.compile(
    r"[;/?()|,:]|\b(says?|said|den(y|ies|ied)|claim(s|ed)?|blames?|accus\w+|both|each|or|and|vs|not"
    r"|alleged\w*|suspected|possibly|probably|likely|unconfirmed|disputed)\b",
    re.IGNORECASE,
)
# In these the accusation is only a part: the whole cell is kept as text.
_NOT_AN_ACCUSATION = re.compile(
    r"^(claimed by|responsibility claimed|admitted by)\b|\b(den(y|ies|ied|ial)|each other"
    r"|rejects?|rejected)\b|\((self-?)?(claim(s|ed)|admit(s|ted)|took responsibility)\b",
    re.IGNORECASE,
)

# A German quotation has marks of its own, and needs no others within one.
_DOUBLE_MARKS = re.compile("(„[^„“”]*[“”])|[“”]")
_SINGLE_MARKS = {"“": "‘", "”": "’"}


def build_accusation(column: str, text: str) -> dict[str, object] | None:
    """Return the claim that a cell makes; None if it blames nobody.

    It accuses whom the cell names, where it is a name and no more; what the cell says is kept in
    the summary. The speaker is not named, and the source is left for the desk. What the record
    says on who did it (`attribution`) is never touched: `geo check` asks the desk for the word.

    Examples
    --------
    >>> build_accusation("Blamed", "rebels")["accuses"]
    ['rebels']
    >>> build_accusation("Blamed", "unknown")
    """
    plain = " ".join(text.split())
    if plain.casefold() in list_unknown() | _NOBODY:
        return None
    accuses = not _NOT_AN_ACCUSATION.search(plain)
    claim: dict[str, object] = {
        "actor": dict(UNNAMED),
        "stance": "accuses" if accuses else "asserts",
        "about": ["perpetrator"],
        "summary": quote_cell(column, plain),
    }
    if accuses and not _MORE_THAN_A_NAME.search(plain) and len(plain) <= 100:
        claim["accuses"] = [plain]
    return claim


def quote_cell(column: str, text: str) -> str:
    """Return a sentence that says what a table has, and that it names no speaker for that.

    Quotation marks of the cell become single ones, as within any quotation.

    >>> quote_cell("Blamed", "“Army”; denied").partition(" is ")[0]
    'In an imported table, “‘Army’; denied”'
    """
    text = _DOUBLE_MARKS.sub(lambda marks: marks[1] or _SINGLE_MARKS[marks[0]], text)
    return (
        f"In an imported table, “{text[:3000]}” is entered under “{column[:200]}”. "
        "Who says so is not stated."
    )

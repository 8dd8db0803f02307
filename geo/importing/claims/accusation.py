"""Who is blamed in a table: an accusation without a speaker, for the desk to complete."""

import re

from geo.importing.words.cut import cut_text
from geo.importing.words.unknown import list_unknown

UNNAMED = {"name": "Unnamed", "named": False}
"""Who speaks in a claim that a table makes: it does not say, and the import does not guess."""

# Characters of a cell and of the name of its column, so that both fit into a claim.
_MOST_QUOTED, _MOST_NAMED = 3_000, 200
_NOBODY = frozenset({"nobody", "no one", "unclaimed", "n.a.", "not claimed", "none claimed"})
# A cell with more than a name, such as "Army (denies)" or "claimed by Group A", is not a name.
_MORE_THAN_A_NAME = re.compile(
    r"[;/?()|,:]|\b(says?|said|den(y|ies|ied)|claim(s|ed)?|blames?|accus\w+|both|each|or|and|vs|not"
    r"|alleged\w*|suspected|possibly|probably|likely|unconfirmed|disputed)\b",
    re.IGNORECASE,
)
# Nobody is named, or somebody is said not to have done it, in the languages of the import.
_NAMES_NOBODY = re.compile(
    r"^(?:no|not|none|never|aucune?|personne|nul|nadie|ning[uú]n\w*|kein\w*|niemand|nicht|не|нет|ни"
    r"|никто|ніхто|немає)\b"
    r"|\b(?:was|were|is|are|did|has|have|had|could)(?: not|n['’]t)\b"
    r"|\bnot (?:responsible|involved)\b"
    r"|\bn['’](?:est|était|a|ont|avait) pas\b|\bne sont pas\b|\bnicht\b|\bno (?:fue|fueron|es)\b"
    r"|\b(?:непричаст\w+|не (?:причаст\w+|винов\w+|имеет|имели|має|мали|винн\w+))"
    r"|\b(?:investigations?|investigat(?:ed|ing)|inquiry|probe|unclear|uncertain|unidentified|undetermined|unattributed"
    r"|unspecified|unnamed|unknown|various|several|multiple|enquête|inconnue?s?|divers\w*|plusieurs"
    r"|ermitt\w+|ungeklärt|unklar|unbekannt\w*|verschieden\w*|mehrere|investigaci[oó]n"
    r"|desconocid\w+|vari[oa]s|расследу\w+|расследовани\w+|следстви\w+|неясно|неизвестн\w+"
    r"|неустановлен\w+|разны\w+|несколько|розсліду\w+|слідств\w+|невідом\w+|невстановлен\w+"
    r"|різн\w+|кілька)\b",
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
    the summary. Where it names nobody ("under investigation"), or says who it was not, it accuses
    nobody. The speaker is not named, and the source is left for the desk. What the record
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
    accuses = not (_NOT_AN_ACCUSATION.search(plain) or _NAMES_NOBODY.search(plain))
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

    Quotation marks of the cell become single ones, as within any quotation; what is too long is
    cut.

    >>> quote_cell("Blamed", "“Army”; denied").partition(" is ")[0]
    'In an imported table, “‘Army’; denied”'
    """
    text = _DOUBLE_MARKS.sub(lambda marks: marks[1] or _SINGLE_MARKS[marks[0]], text)
    said, under = cut_text(text, _MOST_QUOTED), cut_text(column, _MOST_NAMED)
    return f"In an imported table, “{said}” is entered under “{under}”. Who says so is not stated."


def is_quoted_whole(column: str, text: str) -> bool:
    """Return whether `quote_cell` says all of a cell and of the name of its column."""
    return len(text) <= _MOST_QUOTED and len(column) <= _MOST_NAMED

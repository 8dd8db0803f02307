"""Who speaks in a row: who is blamed, casualties as stated, and where it can be read."""

from geo.events.vocabulary import VOCABULARY
from geo.importing.claims.accusation import build_accusation, is_quoted_whole
from geo.importing.claims.sources import read_sources
from geo.importing.outcome.outcome import Cells, Members
from geo.importing.rows.casualties import build_casualty_claim, read_casualties
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.words import TOO_STRONG, describe_strong, find_word
from geo.importing.words.cut import MOST_LINE, cut_text, join_line

_MOST_SOURCES = 1000
_TOO_MANY = f"an event has {_MOST_SOURCES:,} at most, the others are"


def read_claims(cells: Cells, context: Context) -> RowPart:
    """Return claims, casualties and sources of a row; nothing of them is verified."""
    part = RowPart()
    _add_sources(cells, context, part)
    claims = _list_accusations(cells, context, part)
    casualties = read_casualties(cells, context)
    if casualties.counts:
        claims.append(build_casualty_claim(casualties, context))
        rests_on = {"claim": f"c{len(claims)}"}
        for name, number in casualties.counts.items():
            part.members[name] = number.as_member() | rests_on
    part.notes |= casualties.notes
    part.remarks += casualties.remarks
    if claims:
        numbered = enumerate(claims, start=1)
        part.members["claims"] = [{**claim, "id": f"c{number}"} for number, claim in numbered]
    return part


def _add_sources(cells: Cells, context: Context, part: RowPart) -> None:
    sources: list[object] = []
    for column in context.many.get("source", ()):
        if text := cells.get(column):
            found = read_sources(text)
            sources += [one for one in found.sources if one not in sources]
            part.remarks += found.remarks
            if found.asides:
                part.notes[column] = "; ".join(found.asides)
    if more := sources[_MOST_SOURCES:]:
        part.keep("more sources", "; ".join(map(_name_source, more)), _TOO_MANY)
    if sources:
        part.members["sources"] = [
            {"publisher": cut_text(str(one["publisher"]), MOST_LINE)}
            if isinstance(one, dict)
            else one
            for one in sources[:_MOST_SOURCES]
        ]


def _name_source(source: object) -> str:
    return str(source["publisher"] if isinstance(source, dict) else source)


def _list_accusations(cells: Cells, context: Context, part: RowPart) -> list[Members]:
    """Return the claims of cells that blame somebody; other words go to the desk's note."""
    claims: list[Members] = []
    for role in ("attribution", "blamed"):
        for column in context.many.get(role, ()):
            if not (text := cells.get(column)):
                continue
            # A word of the vocabulary says what is on record, and does not name anybody.
            if word := find_word(VOCABULARY["attribution"], text):
                _keep_attribution(column, text, word, part)
            elif claim := build_accusation(column, text):
                claims.append(claim)
                if not is_quoted_whole(column, join_line(text)):
                    part.keep_whole(column, text)
                if role == "attribution":
                    said = "who is named in it is read as blamed, not as what is on record"
                    part.remarks.append(f"column {column!r}: {said}")
            else:
                part.notes[column] = text
    return claims


def _keep_attribution(column: str, text: str, word: str, part: RowPart) -> None:
    if word in TOO_STRONG:
        part.remarks.append(describe_strong(column, word))
    elif part.members.setdefault("attribution", word) == word:
        return
    part.notes[column] = text

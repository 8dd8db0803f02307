"""Who speaks in a row: who is blamed, casualties as stated, and where it can be read."""

from geo.events.vocabulary import VOCABULARY
from geo.importing.claims.accusation import UNNAMED, build_accusation, quote_cell
from geo.importing.claims.count_words import KINDS
from geo.importing.claims.counts import read_count, read_counts
from geo.importing.claims.sources import read_sources
from geo.importing.claims.stated_number import StatedNumber, says_no_figure
from geo.importing.outcome.outcome import Cells, Members
from geo.importing.rows.context import Context
from geo.importing.rows.cut import cut_text, join_line
from geo.importing.rows.part import RowPart
from geo.importing.rows.words import TOO_STRONG, describe_strong, find_word


def read_claims(cells: Cells, context: Context) -> RowPart:
    """Return claims, casualties and sources of a row; nothing of them is verified."""
    people = RowPart()
    claims: list[Members] = []
    _add_sources(cells, context, people)
    _add_accusations(cells, context, people, claims)
    _add_casualties(cells, context, people, claims)
    for number, claim in enumerate(claims, start=1):
        claim["id"] = f"c{number}"
    if claims:
        people.members["claims"] = claims
    return people


def _add_sources(cells: Cells, context: Context, people: RowPart) -> None:
    sources: list[object] = []
    for column in context.many.get("source", ()):
        if text := cells.get(column):
            found = read_sources(text)
            sources += [one for one in found.sources if one not in sources]
            people.remarks += found.remarks
            if found.asides:
                people.notes[column] = "; ".join(found.asides)
    if sources:
        people.members["sources"] = [
            {"publisher": cut_text(str(one["publisher"]), 400)} if isinstance(one, dict) else one
            for one in sources[:1000]
        ]


def _add_accusations(
    cells: Cells, context: Context, people: RowPart, claims: list[Members]
) -> None:
    for role in ("attribution", "blamed"):
        for column in context.many.get(role, ()):
            if not (text := cells.get(column)):
                continue
            # A word of the vocabulary says what is on record, and does not name anybody.
            if word := find_word(VOCABULARY["attribution"], text):
                _keep_attribution(column, text, word, people)
            elif claim := build_accusation(column, text):
                claims.append(claim)
                if role == "attribution":
                    said = "who is named in it is read as blamed, not as what is on record"
                    people.remarks.append(f"column {column!r}: {said}")
            else:
                people.notes[column] = text


def _keep_attribution(column: str, text: str, word: str, people: RowPart) -> None:
    if word in TOO_STRONG:
        people.remarks.append(describe_strong(column, word))
    elif people.members.setdefault("attribution", word) == word:
        return
    people.notes[column] = text


def _add_casualties(cells: Cells, context: Context, people: RowPart, claims: list[Members]) -> None:
    said: list[tuple[str, str]] = []
    counts: dict[str, StatedNumber] = {}
    for column in context.many.get("casualties", ()):
        if text := cells.get(column):
            found = read_counts(text)
            numbers = {"killed": found.killed, "injured": found.injured}
            counts |= {name: count for name, count in numbers.items() if count is not None}
            said.append((column, text))
            for name, count in numbers.items():
                _name_empty(column, name, count, people)
            if found.killed is None and found.injured is None:
                _keep_as_note(column, text, "people killed or injured", people)
                said.pop()
    for name in KINDS:
        count = _read_columns(name, cells, context, said, people)
        if count is not None:
            counts[name] = count
    if not counts:
        for column, text in said:
            people.notes[column] = text
        return
    identity = f"c{len(claims) + 1}"
    claims.append(_build_claim(said, context))
    for name, count in counts.items():
        people.members[name] = {**count.as_member(), "claim": identity}


def _read_columns(
    name: str,
    cells: Cells,
    context: Context,
    said: list[tuple[str, str]],
    people: RowPart,
) -> StatedNumber | None:
    """Return the count of a column of numbers, with its limits; other text goes into the note."""
    roles = [role for role in (name, f"{name}_low", f"{name}_high") if role in context.uses]
    if not roles:
        return None
    found: dict[str, int | None] = {}
    stated = False
    for role in roles:
        text = context.cell(role, cells)
        if not text:
            continue
        count = read_count(text, KINDS[name])
        if count is None:
            _keep_as_note(context.column(role), text, f"people {name}", people)
            continue
        stated = True
        said.append((context.column(role), text))
        _name_empty(context.column(role), name, count, people)
        if role == name:
            found |= {"low": count.low, "best": count.best, "high": count.high}
        else:
            part = role.rpartition("_")[2]
            found[part] = count.best if count.best is not None else getattr(count, part)
    if not stated:
        return None
    numbers = [found[part] for part in ("low", "best", "high") if found.get(part) is not None]
    if numbers != sorted(numbers, key=lambda number: number or 0):
        columns = ", ".join(repr(context.column(role)) for role in roles)
        said_of = f"their numbers of people {name} contradict each other; kept in the claim"
        people.remarks.append(f"columns {columns}: {said_of}")
        return StatedNumber()
    return StatedNumber(found.get("low"), found.get("best"), found.get("high"))


def _name_empty(column: str, name: str, count: StatedNumber | None, people: RowPart) -> None:
    """Remark on words that speak of people and give no number, such as "several" or "3-May"."""
    if count is not None and count.is_empty:
        said = f"gives no number of people {name}; its words are kept in the claim"
        people.remarks.append(f"column {column!r}: {said}")


def _keep_as_note(column: str, text: str, counted: str, people: RowPart) -> None:
    """Keep a cell that gives no count; the report names it unless it says that none is known."""
    people.notes[column] = text
    if not says_no_figure(text):
        people.remarks.append(f"column {column!r}: gives no number of {counted}; kept in the note")


def _build_claim(said: list[tuple[str, str]], context: Context) -> Members:
    speaker = context.mapping.speaker
    if speaker:
        words = ", ".join(f"{column} {join_line(text)}" for column, text in said)
        actor: Members = {"name": speaker.name, "kind": speaker.kind}
        summary = f"Enters in its data: {words}."
        basis = {"basis": "analyst_inference"} if speaker.kind == "analyst" else {}
    else:
        column = ", ".join(column for column, _ in said)
        summary = quote_cell(column, ", ".join(join_line(text) for _, text in said))
        actor, basis = dict(UNNAMED), {}
    return {
        "actor": actor,
        "stance": "asserts",
        "about": ["casualties"],
        "summary": cut_text(summary, 4000),
        **basis,
    }

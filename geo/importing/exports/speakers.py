"""Speakers of the claims of tables that this project exported, also of earlier versions."""

from dataclasses import fields, replace

from pydantic import ValidationError

from geo.events import Actor
from geo.importing.exports.cells import TRUTH, read_plain_rows
from geo.importing.outcome.outcome import Cells, Members, Outcome
from geo.importing.tables.table import Table

_PARTS = {f"actor_{member.name}": member.name for member in fields(Actor)}
_UNNAMED, _NOT_NAMED = "unnamed", ", not named"
_OLDER = (
    "claims: this file is of an older version, without the columns actor_name to actor_short; "
    "speakers are read from the column actor, and their kind and short name are not known"
)
_READ = "claims: a speaker called 'Unnamed' or 'not named' is read as one who is not named"
_DIFFERS = (
    "claims: the speaker is the one of actor_name and the columns after it; the column actor "
    "says something else, and is left out"
)


def read_speaker(cells: Cells) -> Members | str | None:
    """Return the speaker of a row, as a claim holds it; None if the row has none.

    A row without the columns of its parts, as in earlier versions or entered by hand, has only the
    text that a list shows.

    Examples
    --------
    >>> read_speaker({"actor_name": "Ada Marsh", "actor_role": "mayor", "actor_named": "true"})
    {'name': 'Ada Marsh', 'role': 'mayor'}
    >>> read_speaker({"actor": "An official, not named, to the Herald"})
    {'name': 'An official', 'named': False, 'via': 'to the Herald'}
    """
    parts: Members = {name: cells[column] for column, name in _PARTS.items() if column in cells}
    if isinstance(said := parts.get("named"), str):
        # What is neither true nor false stays as it is, and rejects the event.
        parts["named"] = TRUTH.get(said.lower(), said)
    if parts.get("named") is True:
        del parts["named"]
    if parts.keys() <= {"named"} and "actor" in cells:
        # A name has been corrected or entered where the whole speaker is, and only there.
        parts = _read_text(cells["actor"]) | parts
    return parts["name"] if parts.keys() == {"name"} else parts or None  # type: ignore[return-value]


def _read_text(text: str) -> Members:
    """Return the speaker that a text names as `Actor` shows it; of a role it may be the name."""
    name, mark, rest = text.partition(_NOT_NAMED)
    if mark and name and (not rest or rest.startswith(", ")):
        via = rest.removeprefix(", ")
        return {"name": name, "named": False} | ({"via": via} if via else {})
    name, _, rest = text.partition(", ")
    if name.casefold() == _UNNAMED:
        return {"name": name, "named": False} | ({"role": rest} if rest else {})
    return {"name": text}


def remark_speakers(outcome: Outcome, claims: Table) -> None:
    """Say of which rows the speaker was understood from a text, or is given in two ways."""
    if "actor_name" not in claims.columns:
        outcome.remark(_OLDER)
    wanted = [name for name in claims.columns if name in ("actor", "record_rows", *_PARTS)]
    speakers = replace(claims, cells=claims.cells.select(wanted))
    for (number, _), cells in zip(speakers.rows(), read_plain_rows(speakers), strict=True):
        speaker = read_speaker(cells)
        if "actor_name" not in cells:
            if isinstance(speaker, dict) and speaker.keys() > {"name"}:
                outcome.remark(_READ, number)
        elif "actor" in cells and _squeeze(_show(speaker)) not in ("", _squeeze(cells["actor"])):
            outcome.remark(_DIFFERS, number)


def _show(speaker: Members | str | None) -> str:
    """Return a speaker as a list shows it; "" of one that the check of its row rejects."""
    try:
        return str(Actor(**speaker)) if isinstance(speaker, dict) else speaker or ""  # type: ignore[arg-type]
    except (ValidationError, TypeError):
        return ""


def _squeeze(text: str) -> str:
    """Return a text without blanks, which a table loses at the ends of its cells."""
    return "".join(text.split())

"""What an import did, in words, and the rows it could not use as a table to correct."""

import csv
import io
from collections.abc import Iterator, Mapping

from geo.importing.claims.accusation import UNNAMED
from geo.importing.columns.recognise import EXTRA
from geo.importing.merge import Merge
from geo.importing.outcome import Outcome
from geo.importing.tables.row_numbers import format_rows

REASON, ROW = "reason (geo import)", "row (geo import)"
_MOST, _MOST_ZONES = 40, 12


def describe_columns(outcome: Outcome) -> list[str]:
    """Return a line for each column: what it is read as, and by what that was recognised."""
    lines = []
    if outcome.columns and all(one.by == "our own file" for one in outcome.columns):
        return ["a file of this project: each column is read as it was written"]
    for one in outcome.columns:
        if one.role == EXTRA:
            lines.append(f"{one.column}: kept in the desk's note ({one.by})")
        elif one.role == "ignored":
            lines.append(f"{one.column}: left out ({one.by})")
        else:
            lines.append(f"{one.column}: {one.role.replace('_', ' ')} ({one.by})")
    return lines


def describe_outcome(outcome: Outcome, file: str, made: int | None = None) -> list[str]:
    """Return what became of the rows, what was skipped, and what was understood in its own way."""
    made = len(outcome.made) if made is None else made
    total = len(outcome.table)
    unit = outcome.table.unit if total == 1 else f"{outcome.table.unit}s"
    lines = [
        f"{file}: {total:,} {unit} read, {made:,} give an event, "
        f"{len(outcome.waiting):,} need an answer, {len(outcome.rejected):,} rejected"
    ]
    for text, rows in outcome.remarks.items():
        lines.append(f"  {text}" + (f" ({format_rows(sorted(set(rows)))})" if rows else ""))
    lines += [f"  {line}" for line in _describe_zones(outcome.zones)]
    return lines


def _describe_zones(zones: Mapping[str, list[int]]) -> Iterator[str]:
    """Yield which rows are on which clock, those of many zones summed up: a table may have 300."""
    ordered = sorted(zones.items(), key=lambda zone: (-len(zone[1]), zone[0]))
    for name, rows in ordered[:_MOST_ZONES]:
        yield f"on the clock of {name}, by the coordinates ({format_rows(rows)})"
    if rest := ordered[_MOST_ZONES:]:
        more = sum(len(rows) for _, rows in rest)
        yield f"{more:,} more rows on the clocks of {len(rest):,} other zones, by the coordinates"


def describe_rejected_rows(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each row that was rejected, the last of many summed up."""
    unit = outcome.table.unit
    for one in outcome.rejected[:_MOST]:
        yield f"{unit} {one.row}, {one.reason}"
    if len(outcome.rejected) > _MOST:
        yield f"{len(outcome.rejected) - _MOST:,} more rows are rejected"


def describe_questions(outcome: Outcome) -> Iterator[str]:
    """Yield the questions with their choices."""
    for one in outcome.questions:
        needed = "" if one.is_blocking else " (may stay open)"
        yield f"{one.id}{needed}: {one.text}"
        for choice in one.choices:
            yield f"    {choice.value}: {choice.words}"


def describe_merge(merge: Merge, unit: str) -> Iterator[str]:
    """Yield what becomes of the story's events."""
    yield (
        f"{len(merge.added):,} added, {len(merge.updated):,} updated, "
        f"{len(merge.unchanged):,} unchanged, {len(merge.conflicts):,} in conflict"
    )
    for made in merge.updated[:_MOST]:
        yield f"  updated: {made.id} ({unit} {made.row})"
    for made, reason in merge.conflicts[:_MOST]:
        yield f"  conflict, left as it is: {made.id} ({unit} {made.row}): {reason}"
    for made in merge.removed[:_MOST]:
        yield f"  the desk has removed {made.id} ({unit} {made.row}); it stays out"
    for past in merge.vanished[:_MOST]:
        yield f"  no longer in the table, left in the story: {past.id}"
    if merge.forgotten:
        shown = ", ".join(merge.forgotten[:5]) + (" and others" if len(merge.forgotten) > 5 else "")
        yield (
            f"  of which row they are is not remembered ({len(merge.forgotten):,}): {shown}; where "
            "a row has changed since, its event is in the story twice: delete the older one"
        )
    accused = [made.id for made in (*merge.added, *merge.updated) if _accuses(made.feature)]
    if accused:
        shown = ", ".join(accused[:5]) + (" and others" if len(accused) > 5 else "")
        yield (
            f"  accusations for the desk to finish ({len(accused):,}): {shown}; nobody is named as "
            "their speaker, and geo check asks for the word of who did it"
        )


def _accuses(feature: dict[str, object]) -> bool:
    members = feature["properties"]
    claims = members.get("claims", ()) if isinstance(members, dict) else ()
    # Our own files say who accuses; the claims of a table do not.
    return any(claim["stance"] == "accuses" and claim["actor"] == UNNAMED for claim in claims)


def write_rejected(outcome: Outcome) -> bytes:
    """Return the rejected rows as CSV with a column that says why, to correct and import again.

    What a row has beyond the cells of the header stays beyond them: until it is corrected, it is
    rejected again.
    """
    out = io.StringIO(newline="")
    table = outcome.table
    surplus = table.surplus_columns
    names = [name for name in table.columns if name not in (REASON, ROW, *surplus)]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*names, REASON, ROW])
    for one in outcome.rejected:
        cells = [one.cells.get(name, "") for name in names]
        more = [one.cells.get(name, "") for name in surplus] if one.row in table.long else []
        writer.writerow([*cells, one.reason, one.cells.get(ROW, str(one.row)), *more])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")

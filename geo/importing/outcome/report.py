"""What became of the rows of a table, in words."""

from collections.abc import Iterator, Mapping

from geo.importing.columns.recognise import EXPORTED, EXTRA
from geo.importing.outcome.outcome import Outcome
from geo.importing.tables.row_numbers import format_rows

_MOST, _MOST_ZONES = 40, 12


def describe_columns(outcome: Outcome) -> list[str]:
    """Return a line for each column: what it is read as, and by what that was recognised."""
    lines = []
    if outcome.columns and all(one.by == EXPORTED for one in outcome.columns):
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
    """Return what became of the rows, what was skipped, and how values were interpreted."""
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

"""The time of a row on the clock of its zone: one that it names, of its place, or the story's."""

from dataclasses import dataclass

from geo.errors import quote
from geo.events.fields import suggest_zone
from geo.importing.dates.offsets import ZONE_WANTED, add_offset, is_abbreviation, read_zone
from geo.importing.outcome.outcome import Cells
from geo.importing.rows.context import Context
from geo.importing.rows.part import RowPart
from geo.importing.rows.place import RowPlace
from geo.importing.rows.problems import RowProblem, RowWaits
from geo.times.edtf import read_when


@dataclass
class ZonedTime(RowPart):
    """The members `when` and `tz` of a row; `zone_found` is a zone by its coordinates alone.

    "" if the row names a zone or an offset, or its coordinates gave that of the story or none.
    """

    zone_found: str = ""


def read_zoned_time(cells: Cells, when: str, place: RowPlace, context: Context) -> ZonedTime:
    """Return the time of a row with its zone.

    Parameters
    ----------
    cells : dict of str to str
    when : str
        As its cells of date and time have it, in EDTF.
    place : RowPlace
    context : Context

    Raises
    ------
    RowProblem, RowWaits
    """
    named, offset = _find_zone(cells, context)
    zone = named or place.zone or context.destination.zone
    if offset:
        when = add_offset(when, offset)
    try:
        read_when(when, zone)
    except ValueError as error:
        raise RowProblem(context.column("date"), repr(when), str(error)) from None
    found = ZonedTime({"when": when})
    if zone != context.destination.zone:
        found.members["tz"] = zone
    if offset and "T" not in when:
        found.notes[context.column("tz")] = context.cell("tz", cells)
        found.remarks.append(
            "an offset says nothing of a day without a time, kept in the desk's note"
        )
    if place.geometry and not named and not offset:
        _note_zone(place.zone, context.destination.zone, found)
    return found


def _find_zone(cells: Cells, context: Context) -> tuple[str, str]:
    """Return the zone that a row names, or its offset; an abbreviation is asked about."""
    name = context.cell("tz", cells)
    if not name:
        return "", ""
    found = read_zone(name)
    if not found and is_abbreviation(name):
        answer = context.answers.get(f"zone:{name}")
        if answer is None:
            raise RowWaits(f"zone:{name}")
        found = read_zone(answer)
    if not found:
        raise RowProblem(context.column("tz"), quote(name), ZONE_WANTED + suggest_zone(name))
    return found


def _note_zone(zone: str | None, of_story: str, found: ZonedTime) -> None:
    """Note on whose clock a row is that names none, if that is not plain from the story."""
    if zone and zone != of_story:
        found.zone_found = zone
    elif not zone and of_story == "UTC":
        found.remarks.append("at sea: read as UTC, the zone of a story that names none")
    elif not zone:
        found.remarks.append(f"at sea: on the clock of the story, {of_story}")

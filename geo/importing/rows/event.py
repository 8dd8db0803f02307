"""One row of a table as an event, made of what its cells say of time, place, claims and texts."""

from dataclasses import dataclass
from itertools import chain

from geo.importing.outcome.outcome import Cells, EventRow, Members
from geo.importing.rows.claims import read_claims
from geo.importing.rows.context import Context
from geo.importing.rows.ids import RowIds
from geo.importing.rows.links import read_links
from geo.importing.rows.note import read_note
from geo.importing.rows.place import read_place
from geo.importing.rows.text import read_texts
from geo.importing.rows.time import read_time
from geo.importing.rows.words import read_words
from geo.importing.rows.zoned_time import read_zoned_time
from geo.importing.tables.table import Geometry


@dataclass(frozen=True)
class RowEvent:
    """The event of a row, with what is reported of it.

    `zone_found` is the zone that its coordinates gave, other than the story's; "" if they gave
    none.
    """

    made: EventRow
    remarks: tuple[str, ...]
    zone_found: str


def read_event(
    number: int, cells: Cells, geometry: Geometry | None, context: Context, ids: RowIds
) -> RowEvent:
    """Return the event of a row.

    Raises
    ------
    RowProblem, RowWaits
    OverflowError, ValueError, TypeError
        If a number of it is infinite, or not a number.
    """
    given = _drop_ignored(cells, context)
    cells, links = read_links(given, context)
    place = read_place(cells, geometry, context)
    time = read_time(cells, context)
    claims = read_claims(cells, context)
    when = read_zoned_time(cells, time.when, place, context)
    texts = read_texts(cells, context)
    words = read_words(cells, context)
    own_id = ids.read(number, cells, given, context)
    noted = (time, claims, place, links, texts, words, when, own_id)
    note = read_note(cells, noted, context)
    members: Members = {
        **texts.members,
        **when.members,
        **place.members,
        **words.members,
        **claims.members,
        **note.members,
    }
    if context.destination.workflow != "published":
        members["workflow"] = context.destination.workflow
    feature: Members = {
        "type": "Feature",
        "id": own_id.id,
        "geometry": place.geometry,
        "properties": members,
    }
    remarked = (note, time, place, claims, texts, words, links, own_id, when)
    return RowEvent(
        EventRow(number, feature, cells, own_id.is_of_table),
        tuple(chain.from_iterable(part.remarks for part in remarked)),
        when.zone_found,
    )


def _drop_ignored(cells: Cells, context: Context) -> Cells:
    ignored = context.many.get("ignored")
    return {name: cells[name] for name in cells if name not in ignored} if ignored else cells

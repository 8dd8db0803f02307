"""What each column of an exported table means, with its unit, and what each of its words does."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from geo.claims.sentences.texts import capitalise
from geo.events.guide import ACTOR, CLAIM, EVENT, SOURCE
from geo.events.sparse.defaults import CLAIM_DEFAULTS, DEFAULTS
from geo.events.vocabulary import Word
from geo.story.story_file import Story

_PARTY = "A party to the conflict: all who speak for it count as one voice."
_NO_PARTY = "No party to the conflict."
_CASUALTY = {
    "low": "the least on record",
    "best": "the number that the desk holds for the best founded",
    "high": "the most on record",
    "claim": "the id, in this file, of the claim that states it; missing if no claim on record "
    "does",
}
_SIGNED = (
    "signed distance to the border that radius_m and the accuracy of the border allow, in metres, "
    "negative inside. From lon, lat it is distance_m outside and minus distance_m inside."
)
_EVENTS: Mapping[str, str] = {
    "id": "The name of the event, which never changes.",
    "presence": "definite: all of its time and distance meets the filter; possible: only a part.",
    "start": "The earliest instant at which it can have begun, in UTC.",
    "end": "The latest instant at which it can have been over, in UTC; not included.",
    "start_local": "The same as start, on the clock of the place.",
    "end_local": "The same as end, on the clock of the place.",
    "attribution_line": (
        "Who affirms or accuses, who denies and who leaves it open, in sentences; if many "
        "speak, at least one of each kind, and the number of others."
    ),
    "recognised_country": "Whose territory the place is by international recognition.",
    "controlled_by": "Who controlled the place at the time, if somebody else.",
    "lon": "Longitude of the place as given (of the middle of a line or area); degrees, WGS 84.",
    "lat": "Latitude of the place as given (of the middle of a line or area); degrees, WGS 84.",
    "wkt": "The shape of a line or area as given, in WKT, lon before lat; missing for a point, "
    "which is at lon, lat. A cell says so if it is too long for it: see GeoJSON or GeoPackage.",
    "distance_m": "Metres from lon, lat to the border, geodesic (WGS 84), never below 0.",
    "low_m": f"The smallest {_SIGNED}",
    "high_m": f"The largest {_SIGNED}",
    "inside": "Whether lon, lat lies inside the border; missing without a distance.",
    "nearest_lon": "Longitude of the nearest point of the border, degrees.",
    "nearest_lat": "Latitude of the nearest point of the border, degrees.",
    "any_party_denies": (
        "Whether a side that is a party denies any of it: that it happened, that it did it, or a "
        "number. Calling it staged counts as a denial."
    ),
    "one_origin_only": (
        "Whether somebody affirms any of it and no second origin does. Everything one party says "
        "counts as one origin, and so do copies of one report. Undeclared sides, reports whose "
        "origin nobody has judged, denials and doubts do not count."
    ),
    "statement_count": "The number of statements about the event in the record, whichever event "
    "they are filed with.",
    "claim_count": "The number of claims that are filed with the event, whatever the filter.",
    "source_count": "The number of sources that are filed with the event, whatever the filter.",
    "source_urls": "The addresses of the sources filed with the event, separated by spaces.",
    "refiled_claims": "The claims that are filed with events which this file leaves out: for each "
    "its id here, = and its address in the record (event#claim), separated by spaces.",
    "geometry": "The place as given, lon and lat, WGS 84; missing where it is not known.",
    "bbox": "The bounds of the geometry, in degrees, for readers that skip groups of rows.",
    **{
        f"{name}_{part}": f"People {name}: {meaning}."
        for name in ("killed", "injured")
        for part, meaning in _CASUALTY.items()
    },
}
_OF_EVENT = {
    "event": "The id of the event.",
    "event_title": "The title of the event.",
    "filed_as": "The address of the claim in the record: the event that it is filed with, # and "
    "its id there. Cite this address: in a file without that event, event and id differ.",
}
_CLAIMS = {
    "actor": "Who says it, as a list shows it: a name, role, and through whom it is known, if on "
    "record. The columns after it hold each by itself.",
    **{f"actor_{name}": f"Of the speaker: {guide.meaning}" for name, guide in ACTOR.items()},
    "accuses": f"{CLAIM['accuses'].meaning} Separated by '; '; a list in JSON if a name contains "
    "that.",
    "side": "A side of the story, a party or not; an undeclared one speaks for nobody.",
}
_OTHER_NAMES = {"source_title": "title", "source_date": "date"}


def describe_column(table: str, column: str) -> str:
    """Return what a column of a table means, in a sentence; "" if nothing more is known.

    Parameters
    ----------
    table : {"events", "claims", "sources"}
    column : str

    Examples
    --------
    >>> describe_column("events", "low_m")  # doctest: +ELLIPSIS
    'The smallest signed distance to the border that radius_m ...'
    >>> describe_column("claims", "source_title")
    'Its title.'
    """
    if table == "events":
        entry = EVENT.get(column)
        return _EVENTS.get(column) or (entry.meaning if entry else "")
    if column in _OF_EVENT:
        return _OF_EVENT[column]
    if table == "claims" and column in _CLAIMS:
        return _CLAIMS[column]
    named = _OTHER_NAMES.get(column, column)
    if table == "claims" and named == column and column in CLAIM:
        return CLAIM[column].meaning
    return SOURCE[named].meaning if named in SOURCE else ""


def tabulate_codebook(tables: Mapping[str, Iterable[object]], story: Story) -> pd.DataFrame:
    """Return a row for each column of each table, and one for each word that it may hold.

    Parameters
    ----------
    tables : dict of str to iterable of str
        The columns of each table.
    story : Story
        Whose words, groups and sides the columns hold.

    Returns
    -------
    DataFrame
        table, column, word (missing for the column itself), meaning.
    """
    words = _list_words(story)
    rows = [row for table, columns in tables.items() for row in _list_rows(table, columns, words)]
    return pd.DataFrame(rows, columns=["table", "column", "word", "meaning"], dtype=object)


def _list_words(story: Story) -> dict[str, Mapping[str, Word]]:
    """Return the words of each column that has a list of them, with the story's own."""
    ungrouped, unstated = str(DEFAULTS["group"]), str(CLAIM_DEFAULTS["side"])
    groups = {ungrouped: Word(story.group_label(ungrouped), "No group is stated.")}
    groups |= {one.id: Word(one.label, "A group of this story.") for one in story.groups}
    sides = {one.id: Word(one.label, _PARTY if one.party else _NO_PARTY) for one in story.sides}
    sides |= {unstated: Word(capitalise(story.side_label(unstated)), "It speaks for nobody.")}
    times = story.vocabulary["time_precision"]
    own = {"group": groups, "side": sides, "said_at_precision": times}
    return {**story.vocabulary, **own}


def _list_rows(
    table: str, columns: Iterable[object], words: Mapping[str, Mapping[str, Word]]
) -> Iterator[tuple[str, str, str | None, str]]:
    for column in map(str, columns):
        yield table, column, None, describe_column(table, column)
        for word, one in words.get(column, {}).items():
            yield table, column, word, f"{one.label}. {one.meaning}"

"""GeoJSON and GeoParquet of this project as the events that they hold."""

from codecs import BOM_UTF8

from geo.errors import EventFileError
from geo.events.reading.read import parse_events
from geo.events.sparse.omission import to_sparse_feature
from geo.importing.columns.mapping import ColumnUse
from geo.importing.columns.recognise import EXPORTED, RecognisedColumn
from geo.importing.exports.words import accept_words, note_words
from geo.importing.outcome.checked import index_features
from geo.importing.outcome.outcome import EventRow, Outcome
from geo.importing.rows.destination import Destination
from geo.importing.tables.archives import decompress_table
from geo.importing.tables.table import build_table


def read_exported_features(content: bytes, name: str, destination: Destination) -> Outcome | None:
    """Return the events of a GeoJSON or GeoParquet file of this project; None of any other.

    Every record of such a file is good as it is, but for words of another story.

    Raises
    ------
    TableFileError
        If it is compressed with gzip, and cannot be decompressed.
    """
    content = decompress_table(content, name)
    if not content.startswith(b"PAR1") and content.removeprefix(BOM_UTF8).lstrip()[:1] != b"{":
        return None
    try:
        reading = parse_events(content, name, destination.zone, destination.vocabulary)
    except EventFileError:
        return None
    if reading.rejected and (words := accept_words(destination.vocabulary, reading.rejected)):
        reading = parse_events(content, name, destination.zone, words)
    if reading.rejected or not len(reading.events):
        return None
    features = index_features(reading)
    ids = [[identity] for identity in features]
    table = build_table(name, ["id"], ids, unit="record")
    outcome = Outcome(table, [RecognisedColumn("every member", ColumnUse(role="id"), EXPORTED)])
    for number, (identity, feature) in enumerate(features.items(), start=1):
        sparse = to_sparse_feature(feature, destination.zone)
        outcome.made.append(EventRow(number, sparse, {"id": identity}, has_own_id=True))
    for note in reading.notes:
        outcome.remark(note)
    note_words(outcome, destination.vocabulary)
    return outcome

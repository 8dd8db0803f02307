"""A file of events read into a frame, with everything reported that was rejected."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from os import PathLike

import numpy as np
import pyarrow as pa
from geopandas import GeoDataFrame

from geo.errors import EventFileError
from geo.events.columns.frame import to_frame
from geo.events.reading.features import Numbered, check_features, check_members
from geo.events.reading.garbage import pause_collection
from geo.events.reading.geojson import split_collection
from geo.events.reading.geoparquet.file import MAGIC
from geo.events.reading.geoparquet.rows import read_geoparquet
from geo.events.reading.references import RowNumbers, check_references
from geo.events.reading.source.event_source import EventSource
from geo.events.rejections import Rejection, Report, count_records
from geo.events.vocabulary import VOCABULARY, Vocabulary


@dataclass(frozen=True)
class Reading:
    """What a file of events holds.

    Attributes
    ----------
    events : GeoDataFrame, n rows
        The good events; columns as in `geo.events.columns.frame.to_frame`.
    rejected : tuple of Rejection
        Why other events, or parts of the file, were rejected; several may be of one event.
    notes : tuple of str
        What was left out or interpreted, without rejecting an event.
    about : dict of str to str
        Title, version, date, licence and other texts at the top of the file.
    is_sparse : bool
        Whether members were missing and have been completed: the file is then written so, too.
    zone : str
        Of times without an offset, where an event names none.
    vocabulary : Vocabulary
        The words that the fields of an event were allowed.
    """

    events: GeoDataFrame
    rejected: tuple[Rejection, ...] = ()
    notes: tuple[str, ...] = ()
    about: dict[str, str] = field(default_factory=dict)
    is_sparse: bool = False
    zone: str = "UTC"
    vocabulary: Vocabulary = VOCABULARY


def read_events(
    source: EventSource | str | PathLike[str],
    zone: str = "UTC",
    vocabulary: Vocabulary = VOCABULARY,
) -> Reading:
    """Return the events of a GeoJSON or GeoParquet file, and what was rejected of it.

    Parameters
    ----------
    source : EventSource, path or URL (http, https)
        A FeatureCollection (RFC 7946) of features as in `geo.events.event`, or GeoParquet with a
        column for each member and a row for each event. Only a title and a time are needed.
    zone : str
        Of times without an offset, where an event names none.
    vocabulary : Vocabulary
        The words that the fields of an event may have: `Story.vocabulary` where a story has words
        of its own.

    Raises
    ------
    EventFileError
        If there is no such file, or no list of features can be found in it.
    """
    if not isinstance(source, EventSource):
        source = EventSource.from_name(source)
    return parse_events(source.read(), source.name, zone, vocabulary)


def parse_events(
    content: bytes,
    name: str = "events",
    zone: str = "UTC",
    vocabulary: Vocabulary = VOCABULARY,
    left_out: Collection[str] = (),
) -> Reading:
    """Return the events in the content of a file, as `read_events` does.

    Parameters
    ----------
    content : bytes
        GeoJSON or GeoParquet.
    name : str
        What the file is called in messages.
    zone, vocabulary
        As for `read_events`.
    left_out : collection of str
        Members that may be missing and come back as None. Of a table they are not read, so that
        nothing is said of what is wrong in them.

    Raises
    ------
    EventFileError
        If no list of features can be found in it.
    """
    try:
        with pause_collection():
            if content.startswith(MAGIC):
                reading = _parse_geoparquet(content, zone, vocabulary, left_out)
            else:
                reading = _parse_geojson(content, zone, vocabulary)
            events = reading.events.assign(**dict.fromkeys(left_out))
            return replace(reading, events=events, vocabulary=vocabulary)
    except EventFileError as error:
        raise EventFileError(*error.problems, file=name) from error


def _parse_geojson(content: bytes, zone: str, vocabulary: Vocabulary) -> Reading:
    report = Report()
    collection = split_collection(content, report)
    about = check_members(collection.members, report)
    text = collection.content
    texts = ((number, text[start:end]) for number, start, end in collection.features)
    features = check_features(texts, report, zone, vocabulary)
    del collection, texts, text, content  # files are large
    events = to_frame([feature for _, feature in features])
    numbers = np.array([number for number, _ in features], dtype=np.int64)
    report.notes += _note_offsets(features, events)
    del features
    return _check_together(events, numbers, about, report, zone)


def _parse_geoparquet(
    content: bytes, zone: str, vocabulary: Vocabulary, left_out: Collection[str]
) -> Reading:
    report = Report()
    read = read_geoparquet(content, report, zone, vocabulary, left_out)
    return _check_together(*read, report, zone)


def _check_together(
    events: GeoDataFrame, numbers: RowNumbers, about: dict[str, str], report: Report, zone: str
) -> Reading:
    events = check_references(events, numbers, report)
    # In the order of the file, which is how it will be corrected.
    rejected = sorted(report.rejected, key=lambda one: (one.number is None, one.number or 0))
    is_sparse = report.completed > 0
    return Reading(events, tuple(rejected), tuple(report.notes), about, is_sparse, zone)


def _note_offsets(features: Numbered, events: GeoDataFrame) -> list[str]:
    other = np.zeros(len(events), dtype=bool)
    for name in ("start", "end"):
        written = [getattr(feature.properties, name).utcoffset() for _, feature in features]
        zones = events[f"{name}_local"] - events[name].dt.tz_localize(None)
        other |= pa.array(written, pa.duration("us")).to_numpy() != zones.to_numpy()
    if not other.any():
        return []
    return [
        f"start or end in {count_records(int(other.sum()))} with another offset than their zone's: "
        "the instant counts, and is written with the zone's offset"
    ]

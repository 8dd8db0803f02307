"""Events written as a GeoJSON file that is read again as the same events."""

from collections.abc import Mapping

from geopandas import GeoDataFrame
from pydantic_core import from_json, to_json

from geo.events.columns.frame import to_features
from geo.events.reading.read import Reading, parse_events
from geo.events.rejections import Rejection
from geo.events.sparse.omission import to_sparse_feature
from geo.events.vocabulary import VOCABULARY, Vocabulary


def write_events(
    events: Reading | GeoDataFrame,
    about: Mapping[str, str] | None = None,
    sparse: bool | None = None,
    zone: str | None = "UTC",
) -> bytes:
    """Return events as the text of a GeoJSON file that `read_events` reads again.

    Parameters
    ----------
    events : Reading or GeoDataFrame, n rows
        Columns as `read_events` gives them; others are left out. Written as they are:
        `check_events` says what is wrong with them.
    about : mapping of str to str, optional
        Texts for the top of the file; those of the reading where it is left out.
    sparse : bool, optional
        Whether to leave out what `read_events` completes. As the reading was; else False.
    zone : str or None
        What a sparse file will be read in, that of the reading; None if each event is to name
        its own, whatever the file is read in.

    Returns
    -------
    bytes
        UTF-8, one space of indent, a line break at the end. No events give an empty list.
    """
    if isinstance(events, Reading):
        about = events.about if about is None else about
        sparse = events.is_sparse if sparse is None else sparse
        zone, events = zone and events.zone, events.events
    features = to_features(events)
    if sparse:
        features = [to_sparse_feature(one, zone) for one in from_json(to_json(features))]
    members = {"type": "FeatureCollection", **(about or {}), "features": features}
    return to_json(members, indent=1) + b"\n"


def check_events(
    events: GeoDataFrame,
    about: Mapping[str, str] | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> tuple[Rejection, ...]:
    """Return what `read_events` would reject if these events were written to a file."""
    return parse_events(write_events(events, about), vocabulary=vocabulary).rejected

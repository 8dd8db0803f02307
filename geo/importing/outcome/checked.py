"""Events that a table gives, checked by the model of an event and in the one form to compare."""

from collections.abc import Sequence

from pydantic_core import from_json, to_json

from geo.events.columns.frame import to_features
from geo.events.reading.read import Reading, parse_events
from geo.events.vocabulary import VOCABULARY, Vocabulary
from geo.importing.outcome.outcome import EventRow, Members, Outcome, RejectedRow


def parse_features(
    features: Sequence[Members], zone: str, vocabulary: Vocabulary = VOCABULARY
) -> Reading:
    """Return features as a file of them would be read."""
    text = to_json({"type": "FeatureCollection", "features": list(features)})
    return parse_events(text, "table", zone, vocabulary)


def complete_features(
    features: Sequence[Members], zone: str, vocabulary: Vocabulary = VOCABULARY
) -> dict[str, Members]:
    """Return the good features with every member, by their ids, so that two can be compared."""
    if not features:
        return {}
    return index_features(parse_features(features, zone, vocabulary))


def index_features(reading: Reading) -> dict[str, Members]:
    """Return the events of a reading as plain values by their ids."""
    plain = from_json(to_json(to_features(reading.events)))
    return {str(one["id"]): one for one in plain}


def check_made(
    outcome: Outcome, zone: str, vocabulary: Vocabulary = VOCABULARY
) -> dict[str, Members]:
    """Move rows whose event the model refuses to the rejected; return the others completed."""
    if not outcome.made:
        return {}
    reading = parse_features([made.feature for made in outcome.made], zone, vocabulary)
    refused = {one.number: one for one in reversed(reading.rejected) if one.number is not None}
    kept: list[EventRow] = []
    for number, made in enumerate(outcome.made, start=1):
        if problem := refused.get(number):
            outcome.rejected.append(
                RejectedRow(made.row, problem.field, problem.found, problem.wanted, made.cells)
            )
        else:
            kept.append(made)
    outcome.made[:] = kept
    outcome.rejected.sort(key=lambda one: one.row)
    return index_features(reading)

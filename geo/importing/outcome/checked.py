"""Events that a table gives, checked by the model of an event and in the one form to compare."""

import re
from collections.abc import Iterator, Sequence

from pydantic_core import from_json, to_json

from geo.events.columns.frame import to_features
from geo.events.reading.read import Reading, parse_events
from geo.events.rejections import Rejection
from geo.events.vocabulary import VOCABULARY, Vocabulary
from geo.importing.outcome.outcome import EventRow, Members, Outcome, RejectedRow

_IN_CLAIM = re.compile(r"claims\[(\d+)\]\.?(.*)")


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
    """Move rows whose event the model refuses to the rejected; return the others completed.

    Of a file of claims all rows of such an event are rejected: its claims are replaced together.
    """
    if not outcome.made:
        return {}
    reading = parse_features([made.feature for made in outcome.made], zone, vocabulary)
    refused: dict[int, list[Rejection]] = {}
    for one in reading.rejected:
        if one.number is not None:
            refused.setdefault(one.number, []).append(one)
    kept: list[EventRow] = []
    for number, made in enumerate(outcome.made, start=1):
        if problems := refused.get(number):
            outcome.rejected += _reject_rows(made, problems)
        else:
            kept.append(made)
    outcome.made[:] = kept
    outcome.rejected.sort(key=lambda one: one.row)
    return index_features(reading)


def _reject_rows(made: EventRow, problems: Sequence[Rejection]) -> Iterator[RejectedRow]:
    """Yield the rows of an event, each with what is wrong in its claim, the event, or elsewhere."""
    of_claims: dict[int, RejectedRow] = {}
    of_event: list[Rejection] = []
    for one in problems:
        named = _IN_CLAIM.fullmatch(one.field)
        if named and made.claim_rows:
            row = made.claim_rows[int(named[1])]
            found = RejectedRow(row, named[2], one.found, one.wanted, made.cells)
            of_claims.setdefault(row, found)
        else:
            of_event.append(one)
    for row in made.claim_rows or (made.row,):
        if row in of_claims:
            yield of_claims[row]
        elif of_event:
            [first, *_] = of_event
            yield RejectedRow(row, first.field, first.found, first.wanted, made.cells)
        else:
            mistake = f"a mistake in row {min(of_claims)}"
            wanted = "all claims of the event without one"
            yield RejectedRow(row, "event", mistake, wanted, made.cells)

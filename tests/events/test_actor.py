"""Who speaks: a structure, and the plain name of older files."""

import json
from typing import Any

import pytest

from geo.events import Actor, Claim, parse_events, write_events
from tests.event_texts import collection, geoparquet, record
from tests.events.bad_records import only_rejection

MARSH: dict[str, Any] = {
    "name": "Ada Marsh",
    "role": "harbour spokeswoman",
    "kind": "person",
    "named": False,
    "via": "to the Herald",
    "short": "the harbour spokeswoman",
}


def read_claim(content: bytes) -> Claim:
    reading = parse_events(content)
    assert reading.rejected == ()
    claim = reading.events["claims"].iloc[0][0]
    assert isinstance(claim, Claim)
    return claim


@pytest.mark.parametrize("actor", ["The governor", MARSH, {"name": "Quay", "kind": "outlet"}])
def test_an_actor_comes_back_as_it_was_written(actor: object) -> None:
    content = collection(record(claims__0__actor=actor))
    written = write_events(parse_events(content))
    [feature] = json.loads(written)["features"]
    assert feature["properties"]["claims"][0]["actor"] == actor
    assert write_events(parse_events(written)) == written


@pytest.mark.parametrize("actor", ["The governor", MARSH])
def test_an_actor_in_a_table_is_the_actor_of_the_file(actor: object) -> None:
    reading = parse_events(collection(record(claims__0__actor=actor)))
    table = geoparquet(reading.events, reading.about)
    assert read_claim(table).actor == reading.events["claims"].iloc[0][0].actor


def test_a_plain_name_is_an_actor_with_nothing_more() -> None:
    claim = read_claim(collection(record()))
    assert claim.actor == Actor(name="The governor")
    assert str(claim.actor) == "The governor"


def test_an_actor_in_full_says_role_anonymity_and_way() -> None:
    claim = read_claim(collection(record(claims__0__actor=MARSH)))
    assert str(claim.actor) == "Ada Marsh, harbour spokeswoman, not named, to the Herald"


def test_an_unnamed_speaker_is_called_so_once() -> None:
    assert str(Actor(name="Unnamed", named=False)) == "Unnamed"
    assert str(Actor(name="Official", named=False)) == "Official, not named"


def test_a_side_said_with_the_speaker_is_the_side_of_the_claim() -> None:
    made = record(claims__0__actor={"name": "Ada Marsh", "side": "harbour"})
    del made["properties"]["claims"][0]["side"]
    claim = read_claim(collection(made))
    assert (claim.side, claim.actor) == ("harbour", Actor(name="Ada Marsh"))


@pytest.mark.parametrize(
    ("actor", "field", "wanted"),
    [
        (7, "claims[0].actor", "text"),
        (
            " ",
            "claims[0].actor",
            "text that is not blank, one line without control, direction or hidden characters",
        ),
        ({"role": "mayor"}, "claims[0].actor.name", "this member"),
        ({"name": "A", "named": "no"}, "claims[0].actor.named", "true or false"),
        (
            {"name": "A", "kind": "persn"},
            "claims[0].actor.kind",
            "one of person, office, outlet, witness, group, analyst (did you mean 'person'?)",
        ),
    ],
)
def test_an_actor_of_the_wrong_kind_is_rejected_by_name(
    actor: object, field: str, wanted: str
) -> None:
    rejection = only_rejection(record(claims__0__actor=actor))
    assert (rejection.field, rejection.wanted) == (field, wanted)

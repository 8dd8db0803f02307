"""Speakers of an account: of one side in one clause, officials first, the others counted."""

from geo.claims import format_attribution_line
from geo.events import Actor
from tests.statements import make_claim, make_ledger

PRESIDENT = Actor(
    name="Cee Dee", role="president of the South", kind="office", short="the president of the South"
)


def test_speakers_of_one_side_who_deny_share_a_clause_and_the_office_is_named() -> None:
    deny = {"stance": "denies", "side": "south", "about": ("perpetrator",)}
    entries = make_ledger(
        make_claim(1),
        make_claim(2, **deny, actor=Actor(name="Ann Bee", role="adviser to the president")),
        make_claim(3, **deny, actor=PRESIDENT),
        make_claim(
            4, stance="cannot_verify", side="abroad", actor="Eff Gee", summary="Could not tell."
        ),
    )
    assert format_attribution_line(entries) == (
        "The governor of the region said a drone came down. "
        "The president of the South and one other denied any part in it. "
        "Eff Gee could not verify what happened."
    )


def test_speakers_left_out_of_the_line_are_counted() -> None:
    long = "Said that at six in the morning a drone of an unknown kind came down in a field by the"
    entries = make_ledger(
        *(
            make_claim(number, actor=f"Mayor {number}", summary=f"{long} road numbered {number}.")
            for number in range(1, 8)
        )
    )
    assert format_attribution_line(entries).endswith("road numbered 1; six others have commented.")


def test_an_official_goes_before_a_medium_and_a_medium_before_a_nameless_source() -> None:
    official = make_claim(3, actor="Mayor of the town")
    paper = make_claim(2, side="media", basis="media_report", actor="The Daily")
    source = Actor(name="Source in the town", named=False, short="a source in the town")
    nameless = make_claim(1, basis="anonymous_official", actor=source)
    assert format_attribution_line(make_ledger(nameless, paper, official)).startswith(
        "Mayor of the town"
    )
    assert format_attribution_line(make_ledger(nameless, paper)).startswith("The Daily said")
    assert format_attribution_line(make_ledger(nameless)).startswith("A source in the town said")

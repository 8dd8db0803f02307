"""Attribution in the shipped record: each word means what data/README.md says."""

from tests.shipped_record import (
    EVENTS,
    find_first_day,
    find_named_responsibility,
    get_day,
    select_claims,
)


def test_accused_means_that_somebody_accuses() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["attribution"].startswith("accused_") and not select_claims(id_, "accuses")
    ]
    assert wrong == []


def test_unclaimed_means_that_nobody_accuses_and_nobody_claims() -> None:
    wrong = [
        id_
        for id_, event in EVENTS.items()
        if event["attribution"] == "unclaimed"
        and (select_claims(id_, "accuses") or find_named_responsibility(id_))
    ]
    assert wrong == []


_ACT = frozenset({"perpetrator", "occurrence"})


def test_accused_and_denied_means_a_denial_no_older_than_the_accusation() -> None:
    for id_, event in EVENTS.items():
        denials = select_claims(id_, "denies", "alleges_staged", about=_ACT)
        accused = find_first_day(select_claims(id_, "accuses"))
        if event["attribution"] == "accused_denied":
            assert any(get_day(claim) >= accused for claim in denials), id_
        if event["attribution"] == "accused_no_answer":
            assert [claim for claim in denials if claim["side"] == "ukraine"] == [], id_


def test_contested_means_an_answer_no_older_than_the_first_account() -> None:
    for id_, event in EVENTS.items():
        if event["attribution"] == "contested":
            answers = select_claims(id_, "denies", "contradicts", "alleges_staged", about=_ACT)
            first = find_first_day(select_claims(id_, "accuses", "asserts"))
            assert any(get_day(claim) >= first for claim in answers), id_


def test_claimed_means_that_somebody_claims_it_by_name() -> None:
    for id_, event in EVENTS.items():
        if event["attribution"] == "claimed":
            assert find_named_responsibility(id_), id_
        elif find_named_responsibility(id_):
            # A rival account stands beside the claim, or a finding has settled it.
            assert event["attribution"] in {"contested", "established"}, id_

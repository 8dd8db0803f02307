"""No misspelt word raises a verification or settles who did it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims import (
    Sides,
    build_boxes,
    find_independent_origins,
    find_supported_verification,
    flag_single_origin,
)
from geo.claims.origins.independent_origins import count_origins
from geo.events import Claim, Source
from geo.events.vocabulary import VOCABULARY
from tests.misspellings import misspellings
from tests.statements import make_claim, make_events, make_ledger, make_source, number_claims

SIDES = ("northland", "southland", "harbour", "gazettes")
STORY = Sides({side: side.title() for side in SIDES}, {"northland", "southland"})
RANKS = ("unverified", "partly_verified", "verified")


@pytest.fixture(scope="module")
def picture() -> Claim:
    """A picture that corroborates what happened, by the speaker named as its side."""
    return make_claim(
        2,
        stance="corroborates",
        basis="visual_evidence",
        about=("occurrence", "place", "time"),
        actor="Bay television",
    )


def test_a_misspelt_side_does_not_make_a_party_its_own_witness(picture: Claim) -> None:
    said = make_claim(1, side="northland", about=("occurrence", "place", "time"))
    for side, wanted in {"northland": 0, "northlands": 0, "harbour": 2}.items():
        entries = make_ledger(said, replace(picture, side=side))
        found = find_supported_verification(entries, STORY)
        assert RANKS.index(found.verification) == wanted


def test_a_side_that_is_not_stated_is_not_a_word_for_readers() -> None:
    [origin] = find_independent_origins(make_ledger(make_claim(side="not_stated")), STORY)
    assert origin.reason == "Its side is not stated, so it does not count."


def test_an_undeclared_side_is_shown_among_the_origins_and_counts_for_nothing() -> None:
    entries = make_ledger(make_claim(1, side="harbor"))
    [origin] = find_independent_origins(entries, STORY)
    assert not origin.counts
    assert origin.reason == (
        "Its side, 'harbor', is not declared in this story, so it does not count."
    )


def test_a_source_whose_origin_nobody_has_judged_counts_for_nothing() -> None:
    entries = make_ledger(make_claim(1, side="harbour"), sources=(make_source(1, origin=None),))
    [origin] = find_independent_origins(entries, STORY)
    assert (origin.counts, origin.checkable) == (False, False)
    assert origin.reason == "Nobody has judged where it comes from: it does not count."
    events = make_events(((make_claim(1, side="harbour"),), (make_source(1, origin=None),)))
    assert flag_single_origin(events, STORY).tolist() == [True]


def test_an_undeclared_side_still_contradicts(picture: Claim) -> None:
    said = make_claim(1, side="northland", about=("occurrence", "place", "time"))
    against = make_claim(3, stance="contradicts", side="harbor", actor="Quay")
    entries = make_ledger(said, replace(picture, side="gazettes"), against)
    assert find_supported_verification(entries, STORY).verification == "disputed"


_claims = st.lists(
    st.builds(
        make_claim,
        stance=st.sampled_from(sorted(VOCABULARY["stance"])),
        about=st.lists(
            st.sampled_from(["occurrence", "perpetrator", "damage", "place", "time"]),
            min_size=1,
            unique=True,
        ).map(tuple),
        basis=st.sampled_from(sorted(VOCABULARY["basis"])),
        side=st.sampled_from(SIDES),
        actor=st.sampled_from(["Governor", "Residents", "Bay television", "Ministry"]),
        source=st.sampled_from([None, "s1", "s2", "s3", "s4"]),
        accuses=st.sampled_from([(), ("northland",), ("southland",), ("pirates",)]),
    ),
    min_size=1,
    max_size=7,
).map(number_claims)
SOURCES = (
    make_source(1, origin="herald-wire"),
    make_source(2, origin="herald-wire"),
    make_source(3, origin="quay-camera", is_party=True),
    make_source(4, origin="ministry-post"),
)


@st.composite
def slips(draw: st.DrawFn) -> tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Source, ...]]:
    """Return claims, the same with one word misspelt, and their sources, perhaps with one too."""
    claims = draw(_claims)
    number = draw(st.integers(0, len(claims) - 1))
    field = draw(st.sampled_from(["side", "actor", "accuses", "origin"]))
    slipped: Callable[..., Claim] = replace
    sources: tuple[Source, ...] = SOURCES
    claim = claims[number]
    if field == "origin":
        at = draw(st.integers(0, len(SOURCES) - 1))
        origin = draw(misspellings(str(SOURCES[at].origin)))
        sources = (*SOURCES[:at], replace(SOURCES[at], origin=origin), *SOURCES[at + 1 :])
    elif field == "accuses":
        names = tuple(draw(misspellings(name)) for name in claim.accuses)
        claim = slipped(claim, accuses=names)
    else:
        claim = slipped(claim, **{field: draw(misspellings(str(getattr(claim, field))))})
    return claims, (*claims[:number], claim, *claims[number + 1 :]), sources


def test_a_report_of_two_parties_stays_one_where_its_third_voice_is_misspelt() -> None:
    voices = [make_claim(n, side=side, source="s1") for n, side in enumerate(SIDES[:3], 1)]
    for side in ("harbour", "harbor"):
        entries = make_ledger(*voices[:2], replace(voices[2], side=side))
        assert [one.counts for one in find_independent_origins(entries, STORY)] == [True]


def test_a_party_camera_with_a_misspelt_voice_is_not_a_second_origin() -> None:
    voices = [
        make_claim(n, side=side, source=source)
        for n, (side, source) in enumerate(
            [
                ("northland", "s1"),
                ("northland", "s3"),
                ("northland", "s3"),
                ("harbour", "s3"),
            ],
            1,
        )
    ]
    misspelt = (voices[0], replace(voices[1], side="aorthland"), *voices[2:])
    ledgers = [make_ledger(*one, sources=SOURCES) for one in (voices, misspelt)]
    assert [count_origins(ledger, STORY) for ledger in ledgers] == [1, 1]
    reasons = [one.reason for one in find_independent_origins(ledgers[1], STORY)]
    assert reasons[-1].startswith(
        "Reports with a voice of a side that is not declared in this story"
    )


@given(slips())
def test_no_misspelt_word_raises_a_verification_or_settles_who_did_it(
    slip: tuple[tuple[Claim, ...], tuple[Claim, ...], tuple[Source, ...]],
) -> None:
    claims, misspelt, sources = slip
    before, after = make_ledger(*claims, sources=SOURCES), make_ledger(*misspelt, sources=sources)
    was, now = (find_supported_verification(entries, STORY) for entries in (before, after))
    assert set(now.aspects) <= set(was.aspects)
    if was.verification in RANKS and now.verification in RANKS:
        assert RANKS.index(now.verification) <= RANKS.index(was.verification)
    known, still = (
        {topic for box in build_boxes(entries, STORY).known for topic in box.topics}
        for entries in (before, after)
    )
    assert still <= known
    single, single_still = (
        bool(flag_single_origin(make_events((parts, read)), STORY)["e1"])
        for parts, read in ((claims, SOURCES), (misspelt, sources))
    )
    assert single_still or not single


@given(st.sampled_from(["stance", "basis", "about"]), st.data())
def test_a_misspelt_word_of_the_vocabulary_makes_no_claim(field: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(VOCABULARY[field])).flatmap(misspellings))
    if word in VOCABULARY[field]:
        return
    with pytest.raises(ValueError, match=field):
        make_claim(1, **{field: (word,) if field == "about" else word})

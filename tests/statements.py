"""Claims, sources and ledgers for tests, made by hand or at random."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd
from hypothesis import strategies as st

from geo.claims import Entry, Ledger, Sides, build_ledger
from geo.events import Actor, Claim, Source
from geo.events.vocabulary import VOCABULARY
from tests.event_texts import shows_something

PARTIES = frozenset({"north", "south"})
SIDES = Sides(
    {side: side.title() for side in ("north", "south", "abroad", "media", "independent")}, PARTIES
)

GOVERNOR = Actor(name="Governor of the region", kind="office", short="the governor of the region")

# Their fields come from dictionaries here; both check them when they are made.
_build_claim: Callable[..., Claim] = Claim
_build_source: Callable[..., Source] = Source


def make_claim(number: int = 1, **members: object) -> Claim:
    """Return a governor's word on what happened, of 3 May 2023, with changed members."""
    usual: dict[str, object] = {
        "id": f"c{number}",
        "stance": "asserts",
        "about": ("occurrence",),
        "basis": "official_statement",
        "side": "north",
        "actor": GOVERNOR,
        "said_at": "2023-05-03",
        "said_at_precision": "day",
        "summary": "Said a drone came down.",
        "reads_on": True,
        "source": f"s{number}",
    }
    return _build_claim(**(usual | members))


def make_source(number: int = 1, **members: object) -> Source:
    """Return a paper's report of 3 May 2023, with changed members."""
    usual: dict[str, object] = {
        "id": f"s{number}",
        "publisher": "A paper",
        "title": None,
        "url": None,
        "date": "2023-05-03",
        "origin": f"wire-{number}",
        "is_party": False,
    }
    return _build_source(**(usual | members))


def make_events(
    *events: tuple[Sequence[Claim], Sequence[Source]], tz: str = "Africa/Nairobi"
) -> pd.DataFrame:
    """Return a frame of events e1, e2, ...; each a pair of claims and sources.

    A source that a claim names and that is not given is a report of its own, undated.
    """
    return pd.DataFrame(
        {
            "claims": [tuple(claims) for claims, _ in events],
            "sources": [_add_sources(claims, sources) for claims, sources in events],
            "tz": tz,
            "verification": "unverified",
            "verified_aspects": [()] * len(events),
        },
        index=pd.Index([f"e{number}" for number in range(1, len(events) + 1)], name="id"),
    )


def _add_sources(claims: Sequence[Claim], sources: Sequence[Source]) -> tuple[Source, ...]:
    given = {source.id for source in sources}
    missing = sorted({claim.source for claim in claims if claim.source} - given)
    return (*sources, *(make_source(int(name[1:]), date=None) for name in missing))


def make_ledger(*claims: Claim, sources: Sequence[Source] = ()) -> Ledger:
    """Return the ledger of one event e1 with these claims."""
    return build_ledger(make_events((claims, sources)), "e1")


def collect_keys(entries: Iterable[Entry]) -> set[str]:
    """Return the keys of some statements."""
    return {entry.key for entry in entries}


def number_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims with the ids c1, c2, ... in their order."""
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(claims, 1))


# A line of text: no control, no line end, no character that turns the direction of what follows.
_letters = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_names = st.text(_letters, min_size=1, max_size=40).filter(shows_something)
_dates = st.dates(datetime(2022, 1, 1).date(), datetime(2024, 1, 1).date()).map(str)
_clocks = st.builds("{}T{:02}:{:02}+03:00".format, _dates, st.integers(0, 23), st.integers(0, 59))
any_claim: st.SearchStrategy[Claim] = st.builds(
    make_claim,
    stance=st.sampled_from(sorted(VOCABULARY["stance"])),
    about=st.lists(st.sampled_from(sorted(VOCABULARY["about"])), min_size=1, unique=True).map(
        tuple
    ),
    basis=st.sampled_from(sorted(VOCABULARY["basis"])),
    side=st.sampled_from(["north", "south", "abroad", "media", "независимые"]),
    actor=st.sampled_from(["Mayor, of A (B)", "Dawn, Dusk and Noon, channels", "Мэр"]) | _names,
    said_at=st.none() | _dates | _clocks,
    said_at_precision=st.none() | st.sampled_from(sorted(VOCABULARY["time_precision"])),
    summary=st.sampled_from(["Said so. And more. Much more.", "A; b; c."]) | _names,
    source=st.sampled_from([None, "s1", "s2", "s3"]),
)
any_claims: st.SearchStrategy[tuple[Claim, ...]] = st.lists(any_claim, max_size=8).map(
    number_claims
)
any_moment = st.datetimes(datetime(2022, 1, 1), datetime(2024, 6, 1))

SOURCES = (
    make_source(1, origin="ap"),
    make_source(2, origin="ap", date="2023-06-01"),
    make_source(3, date=None, is_party=True),
)

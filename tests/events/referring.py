"""Random events, several of which hold the same claims."""

import pandas as pd
from hypothesis import strategies as st

from geo.events import Claim
from tests.statements import SOURCES, any_claim, make_claim, make_events

ANY_TEXT = ["Fire at Lau", "", None, "Łódź; ГАВАНЬ\u200b", "a\tb", "a\x7fb"]
any_texts = st.tuples(*[st.sampled_from(ANY_TEXT)] * 6)


def refer(claim: Claim, others: list[str]) -> Claim:
    return make_claim(
        **{name: getattr(claim, name) for name in REFERRING_MEMBERS}, also_about=tuple(others)
    )


REFERRING_MEMBERS = (
    *("stance", "about", "basis", "side", "actor", "said_at", "said_at_precision"),
    *("summary", "source"),
)
any_references = st.lists(st.sampled_from(["e1", "e2", "e3", "elsewhere"]), max_size=2)
referring = st.lists(st.builds(refer, any_claim, any_references), max_size=3)


@st.composite
def events_of_claims(draw: st.DrawFn) -> pd.DataFrame:
    """Return events, several of which hold the same claims, as those of a table do."""
    few = [(tuple(claims), SOURCES) for claims in draw(st.lists(referring, min_size=1, max_size=3))]
    rows = draw(st.lists(st.sampled_from(few), max_size=6))
    events = make_events(*rows)
    texts = draw(st.lists(any_texts, min_size=len(rows), max_size=len(rows)))
    names = ("title", "place", "place_local", "region", "summary", "target")
    for place, name in enumerate(names):
        events[name] = pd.Series([each[place] for each in texts], events.index, dtype=object)
    start = pd.Timestamp("2022-01-01", tz="UTC")
    return events.assign(start=pd.Series(start, events.index, dtype="datetime64[us, UTC]"))

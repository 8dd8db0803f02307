"""All ledgers that the reader keeps: how much is said, and where record and rule differ."""

from collections import Counter

import streamlit as st
from geopandas import GeoDataFrame

from geo.claims import (
    check_verification,
    flag_party_denials,
    flag_single_origin,
    format_moment,
    iterate_statements,
)
from geo.claims.sentence_words import load_sentence_words
from geo.claims.stances import TOPICS
from geo.events.vocabulary import label
from ui.claims.choose import address, instant, zone_words
from ui.frame import View
from ui.header import show_header
from ui.markup import show
from ui.sidebar import show_sidebar


def show_record_ledger(view: View) -> None:
    """Show all ledgers together, unless one event is chosen."""
    if view.selected is not None:
        return
    show_sidebar(view)
    show_header(view)
    if view.kept_events.empty:
        return
    with st.container(key="claims_record_page"):
        _summary(view)
        _counts(view)


def _started(view: View) -> GeoDataFrame:
    """The kept events that had started by the chosen moment."""
    moment = instant(view)
    events = view.kept_events
    return events if moment is None else events[events["start"] < moment]


def _summary(view: View) -> None:
    events, moment, parties = _started(view), instant(view), view.story.parties
    said = list(iterate_statements(events, moment))
    show(
        "claims/record.html",
        statements=len(said),
        speakers=len({entry.claim.actor for entry in said}),
        events=len(events),
        denied=int(flag_party_denials(events, parties, moment).sum()),
        single=int(flag_single_origin(events, view.story.voices, moment).sum()),
        moment=format_moment(view.link.known) if view.link.known else None,
        zone=zone_words(view),
    )


def _counts(view: View) -> None:
    st.session_state["claims_across"] = across = st.session_state.get("claims_across", "stance")
    st.segmented_control("Count by", ["stance", "side"], key="claims_across", required=True)
    counts = Counter(
        (topic, getattr(entry.claim, across))
        for entry in iterate_statements(_started(view), instant(view))
        for topic in entry.claim.about
    )
    most = max(counts.values(), default=1)
    heads = _heads(view, across, {word for _, word in counts})
    show(
        "claims/counts.html",
        across=across,
        heads=[head for _, head in heads],
        rows=[
            (topic, [(counts[topic, word], counts[topic, word] / most) for word, _ in heads])
            for topic in TOPICS
        ],
    )


def _heads(view: View, across: str, used: set[str]) -> list[tuple[str, dict[str, str]]]:
    """Words of the columns, those of the list first, with their headings."""
    if across == "stance":
        known = load_sentence_words().stances
        return [
            (word, {"symbol": known[word].symbol, "label": label("stance", word)})
            for word in known
            if word in used
        ]
    sides = dict.fromkeys([side.id for side in view.story.sides] + sorted(used))
    labels = view.story.side_label
    return [(side, {"symbol": "", "label": labels(side)}) for side in sides if side in used]


def show_differences(view: View) -> None:
    """Show where record and rule differ, unless one event is chosen."""
    if view.selected is not None or view.kept_events.empty:
        return
    checked = check_verification(_started(view), view.story.voices, instant(view))
    differing = checked[checked["differs"]]
    show(
        "claims/differences.html",
        events=len(checked),
        rows=[
            row
            | {"title": view.record.events.at[event, "title"], "link": address(view, str(event))}
            for event, row in differing.to_dict("index").items()
        ],
    )

"""The sidebar: everything a reader filters by, with counts of what each choice would show."""

import streamlit as st

from geo.filters import VOICES, WORD_FIELDS, Filters, Reach, is_default
from geo.times import ZONES, Range
from geo.vocabulary import VOCABULARY, label
from ui.frame import View, change_filters, change_link

_TITLES = {
    "group": "Group",
    "event_type": "Type of event",
    "target_type": "What it was aimed at",
    "verification": "How far it is verified",
    "attribution": "Who did it",
    "region": "Region",
}


def sidebar(view: View) -> None:
    """Show the filters of a view; in a frame of another page there are none."""
    if st.context.is_embedded:
        return
    with st.sidebar:
        _text(view.link.filters)
        _presets(view)
        _zone(view.link.filters)
        for name in WORD_FIELDS:
            _words(view, name)
        _voices(view)
        _reach(view)
        st.button(
            "Show all events",
            key="clear",
            icon=":material/restart_alt:",
            on_click=clear_filters,
            disabled=is_default(view.link.filters),
            width="stretch",
        )


def clear_filters() -> None:
    """Keep everything again; the zone stays as the reader chose it."""
    change_link(filters=Filters(zone=st.session_state.link.filters.zone))


def _text(filters: Filters) -> None:
    st.session_state["filter_text"] = filters.text
    st.text_input(
        "Find",
        key="filter_text",
        placeholder="place, speaker, word",
        icon=":material/search:",
        max_chars=200,
        on_change=lambda: change_filters(text=st.session_state["filter_text"].strip()),
    )


def _presets(view: View) -> None:
    presets = {preset.id: preset for preset in view.story.presets}
    if not presets:
        return
    ranges = {id_: preset.range() for id_, preset in presets.items()}
    chosen = [id_ for id_, range_ in ranges.items() if range_ == view.link.filters.range]
    st.session_state["filter_preset"] = chosen[0] if chosen else None
    st.selectbox(
        "Dates",
        list(presets),
        key="filter_preset",
        format_func=lambda id_: presets[id_].label,
        placeholder="as set under the map",
        on_change=lambda: _choose_range(ranges),
    )


def _choose_range(ranges: dict[str, Range | None]) -> None:
    if (chosen := st.session_state["filter_preset"]) is not None:
        # A preset is written in the time of the place: the night of an incident is there.
        change_filters(range=ranges[chosen], zone="place")


def _zone(filters: Filters) -> None:
    st.session_state["filter_zone"] = filters.zone
    st.segmented_control(
        "Days are read in",
        list(ZONES),
        key="filter_zone",
        format_func=ZONES.__getitem__,
        required=True,
        help="02:27 in Moscow on 3 May is 23:27 UTC on 2 May: the day depends on the clock.",
        on_change=lambda: change_filters(zone=st.session_state["filter_zone"]),
        width="stretch",
    )


def _words(view: View, name: str) -> None:
    counts = view.count_choices(name)
    if len(counts) < 2:
        return
    key = f"filter_{name}"
    chosen = getattr(view.link.filters, name)
    st.session_state[key] = [word for word in counts if word in chosen]

    def words_of(word: str) -> str:
        words = view.story.group_label(word) if name == "group" else label(name, word)
        return f"{words} · {counts[word]}"

    st.multiselect(
        _TITLES[name],
        _in_order(view, name, list(counts)),
        key=key,
        format_func=words_of,
        placeholder="any",
        help=_meanings(name, list(counts)),
        on_change=lambda: change_filters(**{name: frozenset(st.session_state[key])}),
    )


def _in_order(view: View, name: str, words: list[str]) -> list[str]:
    """Words in the order of the story or the vocabulary; others follow by name."""
    known = [group.id for group in view.story.groups] if name == "group" else []
    known = known or list(VOCABULARY.get(name, {}))
    rank = {word: place for place, word in enumerate(known)}
    return sorted(words, key=lambda word: (rank.get(word, len(rank)), word))


def _meanings(name: str, words: list[str]) -> str | None:
    """What the words mean, as help; only our own words, never the file's."""
    known = VOCABULARY.get(name, {})
    lines = [f"**{known[word].label}**: {known[word].meaning}" for word in words if word in known]
    return "\n\n".join(lines) or None


def _voices(view: View) -> None:
    st.session_state["filter_voices"] = sorted(view.link.filters.voices)
    st.pills(
        "Only events where",
        list(VOICES),
        key="filter_voices",
        selection_mode="multi",
        format_func=VOICES.__getitem__,
        on_change=lambda: change_filters(voices=frozenset(st.session_state["filter_voices"])),
    )


def _reach(view: View) -> None:
    farthest = view.record.events["high_m"].max()
    if not farthest > 0:
        return
    top = int(farthest // 1000 + 1)
    reach = view.link.filters.reach or Reach()
    low = 0 if reach.low_km is None else min(int(reach.low_km), top)
    high = top if reach.high_km is None else min(int(reach.high_km), top)
    st.session_state["filter_reach"] = (max(low, 0), max(high, 0))
    st.slider(
        "Distance from the border, km",
        0,
        top,
        key="filter_reach",
        help="An event is kept if any part of its circle of doubt lies in this range; "
        "where only a part does, it is kept as possible. Inside the border counts as 0.",
        on_change=lambda: _choose_reach(top),
    )


def _choose_reach(top: int) -> None:
    low, high = st.session_state["filter_reach"]
    ends = Reach(low or None, None if high == top else high)
    change_filters(reach=None if ends == Reach() else ends)

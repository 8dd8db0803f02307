"""The view compared with another range or group, in charts of one scale."""

from datetime import date, datetime, time

import streamlit as st

from geo.drawing.charts import choose_chart_range
from geo.link.analysis import Compared, OtherGroup
from geo.link.filters import is_kept
from geo.publishing.figures import build_comparison
from geo.story.view import View
from geo.summaries import count_presence, format_count
from geo.times import DAY, Range, day_words
from geo.times.reader_dates import EXAMPLE_DAY, WANTED_DAY, read_written
from ui.analysis.choices import change_analysis
from ui.analysis.figure import show_figure
from ui.markup import show
from ui.widgets.moment_input import show_moment_input

_KINDS = {"none": "nothing", "range": "another range", "group": "another group"}


def show_comparison(view: View) -> None:
    """Show the view beside another range or another group, in charts of one scale."""
    show("analysis/comparison.html")
    compare = view.link.analysis.compare
    _choose_compared(view, compare)
    if compare is None:
        return
    comparison = build_comparison(view)
    if comparison is None:
        return
    view, other = comparison.views
    both = int((is_kept(view.presence) & is_kept(other.presence)).sum())
    with st.container(horizontal=True, gap="large", key="beside"):
        sides = zip(comparison.views, comparison.figures, strict=True)
        for number, (side, figures) in enumerate(sides):
            with st.container(key=f"beside_{number}"):
                count = count_presence(side.presence)
                words = side.filter_words
                show("analysis/side.html", words=words, count=str(count), others=count.others)
                for figure in figures:
                    # Its files are of both views: the address is that of the page.
                    show_figure(view, figure)
    shared = "No event is on both sides."
    if both:
        verb = "is" if both == 1 else "are"
        shared = f"{format_count(both)} {verb} on both sides and counted on each."
    show("analysis/note.html", words=[shared, _describe_lengths(view, other)])


def _choose_compared(view: View, compare: Compared | None) -> None:
    kind = "none" if compare is None else "range" if isinstance(compare, Range) else "group"
    groups = list(_list_groups(view))
    kinds = [each for each in _KINDS if each != "group" or len(groups) > 1]
    st.session_state["compare_kind"] = kind
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.segmented_control(
            "Compare this view with",
            kinds,
            key="compare_kind",
            format_func=_KINDS.__getitem__,
            required=True,
            on_change=lambda: _choose_kind(view, groups),
        )
        if isinstance(compare, Range):
            _choose_range(compare)
        elif compare:
            st.session_state["compare_group"] = compare.id
            st.selectbox(
                "Group",
                groups,
                key="compare_group",
                format_func=view.story.group_label,
                on_change=lambda: change_analysis(
                    compare=OtherGroup(st.session_state["compare_group"])
                ),
            )


def _choose_kind(view: View, groups: list[str]) -> None:
    """Start with the range just before this one, or with the first group that is not shown."""
    kind = st.session_state["compare_kind"]
    if kind == "group":
        shown = view.link.filters.words.get("group", ())
        change_analysis(compare=OtherGroup(next((g for g in groups if g not in shown), groups[0])))
        return
    range_ = choose_chart_range(view)
    earlier = Range(range_.start - range_.length, range_.start)
    whole = view.record.whole_range(view.link.filters.zone)
    if earlier.end <= whole.start:
        days = max(1, whole.length.days // 2)
        earlier = Range(whole.start, whole.start + DAY * days)
    change_analysis(compare=earlier if kind == "range" else None)


def _choose_range(range_: Range) -> None:
    ends = {"start": range_.start, "end": range_.end - datetime.resolution}
    for name, label in {"start": "First day", "end": "Last day"}.items():
        show_moment_input(
            label,
            f"compare_{name}",
            day_words(ends[name]),
            wanted=WANTED_DAY,
            example=EXAMPLE_DAY,
            on_text=lambda text, name=name: _change_day(text, name, range_),  # type: ignore[misc]
        )


def _change_day(text: str, name: str, range_: Range) -> bool:
    """Take over a day as one end of the range; the other end follows where it would be earlier."""
    day = read_written(text)
    if day is None or isinstance(day, datetime) or day == date.max:
        return False
    moment = datetime.combine(day, time())
    if name == "start":
        chosen = Range(moment, max(range_.end, moment + DAY))
    else:
        chosen = Range(min(range_.start, moment), moment + DAY)
    change_analysis(compare=chosen)
    return True


def _list_groups(view: View) -> dict[str, str]:
    """The groups in use and their labels, in the order of the story."""
    used = sorted(set(view.record.events["group"]))
    named = [group.id for group in view.story.groups if group.id in used]
    return {group: view.story.group_label(group) for group in dict.fromkeys([*named, *used])}


def _describe_lengths(view: View, other: View) -> str:
    """Say that two ranges of different length cannot be compared by number."""
    lengths = [choose_chart_range(side).length for side in (view, other)]
    if lengths[0] == lengths[1]:
        return ""
    days = " and ".join(f"{max(1, length.days):,}" for length in lengths)
    return f"The two ranges have different lengths ({days} days): their totals cannot be compared."

"""What would come of an import: a map, a table, problems by row, and the ways out."""

import altair as alt
import pandas as pd
import streamlit as st

from geo.errors import GeoError
from geo.importing.into_story import bundle_story
from geo.importing.outcome import Outcome
from geo.importing.report import (
    describe_merge,
    describe_outcome,
    describe_problems,
    write_rejected,
)
from geo.importing.row_place import pick_point
from geo.importing.table import Table
from geo.story.new_folder import NewStory
from ui.importing.open_file import OpenFile, Uses, build_outcome
from ui.markup import show

_MOST_SHOWN = 500


def show_outcome(file: OpenFile, uses: Uses, answers: dict[str, str]) -> Outcome:
    """Show which events would come, and which rows would not."""
    outcome = build_outcome(file, uses, answers)
    st.subheader("What would come")
    told, *remarks = describe_outcome(outcome, file.name)
    st.write(told)
    if remarks:
        show("importing/lines.html", lines=[text.strip() for text in remarks])
    events = _tabulate(outcome)
    if not events.empty:
        _show_map(events.dropna(subset=["lat", "lon"]))
        st.dataframe(events.head(_MOST_SHOWN), hide_index=True)
    problems = list(describe_problems(outcome))
    if problems:
        st.subheader("Rows that cannot be used")
        show("importing/lines.html", lines=problems)
        st.download_button(
            "Download these rows with the reason", write_rejected(outcome), "rejected.csv"
        )
    return outcome


def _tabulate(outcome: Outcome) -> pd.DataFrame:
    rows = []
    for made in outcome.made:
        members, geometry = made.feature["properties"], made.feature["geometry"]
        assert isinstance(members, dict)
        lon, lat = pick_point(geometry) if isinstance(geometry, dict) else (None, None)
        when = members.get("when") or f"{members.get('start')} to {members.get('end')}"
        place = members.get("place")
        rows.append((made.row, members.get("title"), when, place, lat, lon))
    return pd.DataFrame(rows, columns=["row", "title", "when", "place", "lat", "lon"])


def _show_map(places: pd.DataFrame) -> None:
    """Show where the places lie to one another; no base map, which would hide exchanged degrees."""
    if places.empty:
        return
    degrees = alt.Scale(zero=False)
    chart = (
        alt.Chart(places.head(_MOST_SHOWN), title="Places by longitude and latitude")
        .mark_circle(size=60)
        .encode(
            x=alt.X("lon:Q", scale=degrees, title="longitude"),
            y=alt.Y("lat:Q", scale=degrees, title="latitude"),
            tooltip=["row", "title", "when", "place"],
        )
    )
    st.altair_chart(chart)


def show_ways_out(file: OpenFile, outcome: Outcome, answers: dict[str, str]) -> None:
    """Offer the events as the folder of a new story, and for the story that is open."""
    if not outcome.made:
        return
    st.subheader("Take them")
    title = st.text_input("Title of a new story", file.name)
    about = NewStory(title, file.target.story.zone, "en", None)
    bundle = bundle_story(_copy(outcome), file.name, about, answers)
    st.download_button("Download the folder of a new story", bundle, "story.zip")
    if st.button(f"Add to the open story, {file.target.story.title}"):
        try:
            merge = file.target.merge(_copy(outcome), answers)
            file.target.write(merge)
        except (GeoError, OSError) as error:
            show("notice.html", kind="error", lines=[str(error)])
            return
        show("importing/lines.html", lines=list(describe_merge(merge, outcome.table.unit)))


def _copy(outcome: Outcome) -> Outcome:
    """Return an outcome whose rows may be moved: what is shown stays as it is."""
    table: Table = outcome.table
    made, rejected = list(outcome.made), list(outcome.rejected)
    return Outcome(table, outcome.columns, made, list(outcome.held), rejected)

"""What an import would add: a map, a table, problems by row, and the ways out."""

import pandas as pd
import streamlit as st

from geo.errors import GeoError
from geo.importing.files.beside import name_beside
from geo.importing.files.rejected import write_rejected
from geo.importing.outcome.outcome import Outcome
from geo.importing.outcome.report import describe_outcome, describe_rejected_rows
from geo.importing.places.geometries import pick_point
from geo.importing.story.merge_report import describe_merge
from geo.importing.story.state import name_import
from geo.importing.story.story_import import bundle_story
from geo.importing.tables.table import Table
from geo.link.link import Link
from geo.story.current import Current
from geo.story.new_story.folder import NewStory
from geo.story.view import build_view
from geo.times import describe_when
from ui.components.record_map import show_record_map
from ui.components.time_map import MapPart
from ui.importing.open_file import OpenFile
from ui.markup import show

_MOST_SHOWN = 500


def show_summary(file: OpenFile, outcome: Outcome) -> None:
    """Show in a sentence what becomes of the rows."""
    st.subheader("Preview")
    st.write(describe_outcome(outcome, file.name)[0])


def show_rows(file: OpenFile, outcome: Outcome, preview: Current | None) -> None:
    """Show the events as a table, the rows that give none, and how the table was read."""
    if preview:
        st.dataframe(_tabulate(outcome, preview), hide_index=True)
    if len(outcome.made) > _MOST_SHOWN:
        st.caption(f"The table shows the first {_MOST_SHOWN} of {len(outcome.made):,} events.")
    if problems := list(describe_rejected_rows(outcome)):
        st.subheader("Rows that cannot be used")
        show("importing/lines.html", lines=problems)
        st.download_button(
            "Download these rows with the reason",
            write_rejected(outcome),
            name_beside(file.name, "rejected", "csv"),
            on_click="ignore",
        )
    if remarks := describe_outcome(outcome, file.name)[1:]:
        st.subheader("How columns were read")
        show("importing/lines.html", lines=[text.strip() for text in remarks])


def _tabulate(outcome: Outcome, preview: Current) -> pd.DataFrame:
    events = preview.record.events
    rows = []
    for made in outcome.made[:_MOST_SHOWN]:
        members, geometry = made.feature["properties"], made.feature["geometry"]
        assert isinstance(members, dict)
        lon, lat = pick_point(geometry) if isinstance(geometry, dict) else (None, None)
        when = describe_when(events.loc[made.id])
        place = members.get("place")
        rows.append((made.row, members.get("title"), when, place, lat, lon))
    return pd.DataFrame(rows, columns=["row", "title", "when", "place", "lat", "lon"])


def show_map(preview: Current | None) -> None:
    """Show the places on the map that readers would see, an uncertain one as its circle."""
    if preview is None:
        return
    events = preview.record.events
    placed = int(events["lon"].notna().sum())
    if placed:
        show_record_map(build_view(preview, Link()), MapPart("import_time_map", "import"))
    if placed < len(events):
        st.caption(f"Without a known place, not on the map: {len(events) - placed:,}")


def show_ways_out(file: OpenFile, outcome: Outcome, answers: dict[str, str]) -> None:
    """Offer the events as the folder of a new story, and for the story that is open."""
    if not outcome.made:
        return
    target = file.target
    answers = {**target.state.mapping.answers, **answers}
    name = target.story.title
    st.subheader(f"Add to {name}")
    said = st.container()
    is_asked = st.button(f"Add to the open story, {name}", type="primary")
    try:
        merge = (target.add if is_asked else target.merge)(_copy(outcome), answers)
    except (GeoError, OSError) as error:
        show("notice.html", kind="error", lines=[str(error)])
    else:
        with said:
            st.write(f"Added to {name}:" if is_asked else f"Adding would change {name}:")
            show("importing/lines.html", lines=list(describe_merge(merge, outcome.table.unit)))
    st.subheader("Or start a new story")
    title = st.text_input("Title of a new story", name_story(file.name))
    title = title.strip() or name_story(file.name)
    about = NewStory(title, target.story.zone, words_of=target.story)
    st.download_button(
        "Download the folder of a new story",
        lambda: bundle_story(_copy(outcome), file.name, about, answers),
        f"{name_import(file.name)}.zip",
        "application/zip",
        on_click="ignore",
    )


def name_story(file: str) -> str:
    """Return a title for the story of a file.

    >>> name_story("incidents_2023.csv")
    'incidents 2023'
    """
    return name_import(file).replace("-", " ")


def _copy(outcome: Outcome) -> Outcome:
    """Return an outcome whose rows may be moved: what is shown stays as it is."""
    table: Table = outcome.table
    made, rejected = list(outcome.made), list(outcome.rejected)
    return Outcome(table, outcome.columns, made, list(outcome.waiting), rejected)

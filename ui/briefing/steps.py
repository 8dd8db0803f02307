"""The briefing: the story step by step, text beside map; on paper, all of it as a sheet."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from geo.errors import Problem, quote
from geo.link.link import Link, build_address
from geo.publishing.one_file import build_one_file
from geo.story.briefings.briefing import (
    Briefing,
    Step,
    list_briefings,
    read_step_link,
)
from geo.story.briefings.references import collect_references, find_unbacked_steps
from geo.story.current import Current
from geo.story.view import View, build_view
from ui.briefing.step_player import show_step_player
from ui.components.legend import show_legend
from ui.components.record_map import show_record_map
from ui.components.share import show_share
from ui.components.time_map import MapPart
from ui.markup import show
from ui.page.version_notice import show_version_notice
from ui.page.view import change_link, find_asked, follow_link, open_story, write_address
from ui.sessions.browser import find_page_address
from web.story.briefings import find_refusals, open_briefing

_MAP, _PLAYER = "briefing_time_map", "step_player"


def show_briefing() -> None:
    """Show the step of the briefing that the address names."""
    current = open_story()
    record = current.record
    link = follow_link(record, find_asked())
    names = list_briefings(current.folder)
    if not names:
        show("briefing/none.html")
        return
    name, not_named = _choose_name(link, names)
    briefing = open_briefing(current, name)
    if briefing is None:
        show("notice.html", kind="refused", lines=["Its file cannot be read."])
        return
    if unbacked := find_unbacked_steps(briefing, record.events):
        show("notice.html", kind="unbacked", lines=unbacked)
        return
    if refusals := find_refusals(briefing, current):
        show("notice.html", kind="refused", lines=[_describe_refusals(len(refusals))])
        return
    number, not_numbered = _choose_number(link, briefing)
    if left_out := [*not_named, *not_numbered]:
        show("notice.html", kind="left_out", lines=left_out)
    write_address(Link(briefing=name, step=number, data=link.data))
    view = _open_step_view(current, briefing.steps[number - 1])
    show_version_notice(replace(view, link=replace(view.link, data=link.data)))
    _show_step(briefing, number, name, view)
    pictures = {step.id: f"api/plate.png?{step.view}" for step in briefing.steps}
    show_sheet(briefing, current, pictures)


def _describe_refusals(count: int) -> str:
    """Return in one sentence why a briefing is not shown; the operator's log says which words."""
    if count == 1:
        return "One of its statements says more than the record holds, or could not be checked."
    return f"{count:,} of its statements say more than the record holds, or could not be checked."


def _choose_name(link: Link, names: tuple[str, ...]) -> tuple[str, list[Problem]]:
    if link.briefing in names:
        return link.briefing, []
    wanted = Problem("briefing", quote(link.briefing), " or ".join(names))
    return names[0], [wanted] if link.briefing else []


def _choose_number(link: Link, briefing: Briefing) -> tuple[int, list[Problem]]:
    number = link.step or 1
    if number <= len(briefing.steps):
        return number, []
    return 1, [Problem("step", quote(str(number)), f"1 to {len(briefing.steps)}")]


def _open_step_view(current: Current, step: Step) -> View:
    link, left_out = read_step_link(step, current.record)
    if left_out:
        show("notice.html", kind="left_out", lines=left_out)
    return build_view(current, link)


def _show_step(briefing: Briefing, number: int, name: str, view: View) -> None:
    step = briefing.steps[number - 1]
    with st.container(key="briefing"):
        with st.container(key="briefing_text"):
            show(
                "briefing/step.html",
                title=briefing.title,
                number=number,
                count=len(briefing.steps),
                step=step,
                characters=sum(len(sentence.text) for sentence in step.all_sentences),
                grounds=collect_references(step.all_sentences, view.record.events),
                map_address=build_address(view.link, "./"),
                step_address=build_address(
                    Link(briefing=name, step=number, data=view.record.version)
                ),
            )
            show_step_player(
                number,
                [each.headline for each in briefing.steps],
                key=_PLAYER,
                on_step=lambda wanted: change_link(briefing=name, step=wanted),
            )
            with st.container(key="briefing_take", horizontal=True, gap="medium"):
                st.download_button(
                    "Download briefing",
                    lambda: build_one_file(briefing, view),
                    file_name=f"{name}.html",
                    mime="text/html",
                    key="download_briefing",
                    icon=":material/download:",
                    on_click="ignore",
                    help="One file that opens from disk, without a network: steps, map and table.",
                )
                show_share(view, Link(briefing=name, step=number), step.headline)
        with st.container(key="briefing_map"):
            scene = show_record_map(view, MapPart(_MAP, "briefing", f"{name} {number}"))
            show_legend(view, scene.base_layers.colouring)


def show_sheet(briefing: Briefing, current: Current, pictures: Mapping[str, str]) -> None:
    """Lay out all steps for paper; a screen does not show them.

    Parameters
    ----------
    briefing : Briefing
    current : Current
    pictures : mapping of str to str
        For a step id, the address of a picture of its map.
    """
    story, record = current.story, current.record
    with st.container(key="briefing_sheet"):
        show(
            "briefing/sheet.html",
            title=briefing.title,
            steps=[
                (step, collect_references(step.all_sentences, record.events))
                for step in briefing.steps
            ],
            pictures=pictures,
            story=story,
            about=record.about,
            version=record.version,
            address=find_page_address(),
        )

"""The pages of briefings: the list of them, the player with all steps as text, and the sheet."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from geo.drawing.marks.marks import write_svg
from geo.link.link import build_address
from geo.publishing.inline import strip_comments
from geo.publishing.one_file.map_content import choose_colourings
from geo.publishing.parts.legend import describe_legend
from geo.publishing.site.pages.head import Head, describe_page
from geo.publishing.site.pages.render import render_page
from geo.publishing.site.pages.scripts import assign, bind_script
from geo.publishing.site.paths import BRIEFINGS, START
from geo.publishing.site.plan.briefings import PublishedBriefing
from geo.publishing.site.plan.plan import Plan
from geo.story.briefings.briefing import Step, read_step_link
from geo.story.briefings.references import collect_references
from geo.story.view import build_view
from geo.summaries.count import format_count

_FOLDER = Path(__file__).parent


def write_briefing_index(plan: Plan) -> bytes:
    """Return the page that lists the briefings, and finds the step that a link of the app names."""
    subtitle = plan.view.story.subtitle
    words = f"The story step by step, each sentence with its sources. {subtitle}"
    head = describe_page(plan, "Briefings", BRIEFINGS, words, has_scripts=True)
    return render_page(plan, "briefings.html", head, briefings=plan.briefings)


def write_briefing_page(
    plan: Plan, published: PublishedBriefing, hashes: Mapping[str, str]
) -> bytes:
    """Return the page that plays a briefing; without JavaScript it holds all steps as text.

    Parameters
    ----------
    plan : Plan
    published : PublishedBriefing
    hashes : mapping of str to str
        The SHA-256 of its scripts, by path, in the order in which the page runs them.
    """
    up = "../" * published.path.count("/")
    bound = [bind_script(f"{up}{path}", hash_) for path, hash_ in hashes.items()]
    start = strip_comments((_FOLDER / "start.js").read_text("utf-8"))
    head = _describe_head(plan, published, published.path, has_scripts=True)
    return render_page(
        plan,
        "briefing.html",
        replace(head, first_script=assign("BRIEFING_SCRIPTS", bound).decode() + start),
        published=published,
        steps=_list_steps(plan, published),
        **describe_legend(plan.view.record, choose_colourings(plan.view)["light"]),
        mark=write_svg,
    )


def write_briefing_sheet(plan: Plan, published: PublishedBriefing) -> bytes:
    """Return the page of all steps with the pictures of their maps, for paper."""
    steps = _list_steps(plan, published)
    return render_page(
        plan,
        "sheet.html",
        _describe_head(plan, published, published.sheet_path),
        published=published,
        title=published.content.title,
        steps=[(step, grounds) for step, grounds, _, _ in steps],
        pictures={step.id: f"../../../{picture}" for step, _, picture, _ in steps},
        address_of_page=plan.whole_address(published.path),
    )


def name_step_picture(plan: Plan, published: PublishedBriefing, step: Step) -> str:
    """Return the path of the picture of a step's map."""
    link, _ = read_step_link(step, plan.view.record)
    selected = plan.row_hashes.get(link.event or "", "")
    shown = f"{step.id} {step.view} {selected}"
    return plan.name_picture(
        f"briefing/{published.folder}/", shown, build_view(plan.view.current, link)
    )


def _list_steps(plan: Plan, published: PublishedBriefing) -> list[tuple[Step, object, str, str]]:
    """Return each step with what it rests on, its picture, and the link of its map."""
    record = plan.view.record
    return [
        (
            step,
            collect_references(step.all_sentences, record.events),
            name_step_picture(plan, published, step),
            build_address(read_step_link(step, record)[0], START),
        )
        for step in published.content.steps
    ]


def _describe_head(
    plan: Plan, published: PublishedBriefing, path: str, *, has_scripts: bool = False
) -> Head:
    title, steps = published.content.title, published.content.steps
    words = f"In {format_count(len(steps), 'step')}: {steps[0].headline}"
    return describe_page(plan, title, path, words, kind="article", has_scripts=has_scripts)

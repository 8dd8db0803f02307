"""The first page: the explorer, and below it the story in short, its latest events and changes."""

from collections.abc import Mapping
from dataclasses import replace

from geo.publishing.site.explorer.files import join_explorer_style, read_start_script
from geo.publishing.site.machine_readable.structured_data import describe_start_page
from geo.publishing.site.pages.head import describe_page
from geo.publishing.site.pages.listed_events import describe_rows, link_event
from geo.publishing.site.pages.render import render_page
from geo.publishing.site.pages.scripts import SCRIPTS, assign, bind_script
from geo.publishing.site.paths import START
from geo.publishing.site.pictures.stills import name_stills, write_still_script
from geo.publishing.site.plan.plan import Plan
from geo.story.briefings.references import collect_references
from geo.summaries.count import format_count

_MOST_LATEST = 12
_MOST_CHANGES = 8


def write_start_page(plan: Plan, hashes: Mapping[str, str]) -> bytes:
    """Return the first page: the story in short, its map, its latest events and changes.

    Parameters
    ----------
    plan : Plan
    hashes : mapping of str to str
        The SHA-256 of the explorer's scripts, by path: the page runs these and no others.
    """
    story, record = plan.view.story, plan.view.record
    lead = story.lead
    grounds = collect_references(lead.sentences, record.events) if lead else ()
    words = f"{_count_events(plan)}. {story.subtitle}"
    bound = {name: bind_script(path, hashes[path]) for name, path in SCRIPTS.items()}
    scripts = assign("SITE_SCRIPTS", bound).decode()
    head = replace(
        describe_page(plan, "", START, words, has_scripts=True),
        structured=describe_start_page(plan),
        first_script=write_still_script() + scripts + read_start_script(),
        style=join_explorer_style(plan),
    )
    known = [one for one in plan.changes if one.event in plan.folders]
    return render_page(
        plan,
        "start.html",
        head,
        stills=name_stills(plan),
        lead=lead,
        grounds=grounds,
        latest=describe_rows(plan, plan.events.head(_MOST_LATEST)),
        events=len(record.events),
        statements=int(record.events["claims"].map(len).sum()),
        changes=[(one, link_event(plan, one.event)[0]) for one in known[: -_MOST_CHANGES - 1 : -1]],
    )


def _count_events(plan: Plan) -> str:
    count = len(plan.events)
    return format_count(count) if count else "This record has no events"

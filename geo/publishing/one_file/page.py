"""A briefing as one HTML file that opens from disk, without a network, and asks for nothing.

The map, the time bar and the steps are the app's own code on deck.gl; the page holds the
answers to its requests. A content policy forbids every request and every script but these.
"""

from datetime import date
from functools import partial
from pathlib import Path

from geo.border import distance_words
from geo.drawing.browser import module as browser
from geo.drawing.marks.marks import write_svg
from geo.events.facts import list_facts
from geo.link.search.text_search import SEARCHED
from geo.publishing.inline import (
    embed_json,
    embed_script,
    embed_style,
    strip_comments,
    strip_style,
    write_hash_source,
)
from geo.publishing.one_file.map_content import build_map_content, choose_colourings
from geo.publishing.parts.legend import describe_legend, write_swatches
from geo.publishing.templates import load_templates
from geo.story.briefings.briefing import Briefing
from geo.story.briefings.references import collect_references
from geo.story.corrections.files import read_good_corrections
from geo.story.corrections.former import list_former
from geo.story.corrections.sentences import ABSENT, GONE, describe_corrections
from geo.story.view import View
from geo.times import describe_date, describe_when

_FOLDER = Path(__file__).parent
# What the cells of the table show of what is searched; the rest is an attribute of the row.
_SHOWN = ("title", "summary", "place", "place_local", "region")


def build_one_file(briefing: Briefing, view: View) -> bytes:
    """Return a briefing as one HTML page.

    Parameters
    ----------
    briefing : Briefing
    view : View
        The story and its record; the steps bring their own links.

    Raises
    ------
    StoryFileError, EventFileError
        If a file of the base map or the corrections cannot be read.
    """
    story, record = view.story, view.record
    colourings = choose_colourings(view)
    content = build_map_content(briefing, view, colourings)
    bundle = embed_script(browser.read_bundle().decode())
    code = browser.join_modules(_FOLDER / "page.js").decode()
    module = embed_script(strip_comments(code))
    sheets = [browser.read_style(), (_FOLDER / "page.css").read_bytes(), read_steps_style()]
    swatches = write_swatches(*(one.shades for one in colourings.values()))
    style = embed_style(strip_style(b"".join(sheets).decode()) + swatches)
    page = (
        load_templates(_FOLDER)
        .get_template("page.html")
        .render(
            policy=_write_policy([bundle, module], [style]),
            bundle=bundle,
            module=module,
            style=style,
            content=embed_json(content),
            briefing=briefing,
            steps=[
                (step, collect_references(step.all_sentences, record.events))
                for step in briefing.steps
            ],
            story=story,
            about=record.about,
            version=record.version,
            note=view.current.note,
            borders=record.borders,
            **describe_legend(record, colourings["light"]),
            mark=write_svg,
            events=[event for _, event in record.events.sort_values("start").iterrows()],
            corrections=_group_corrections(view),
            describe_when=describe_when,
            distance_words=distance_words,
            facts=partial(list_facts, label=story.label),
            unseen=[name for name in SEARCHED if name not in _SHOWN],
        )
    )
    return page.encode()


def read_steps_style() -> bytes:
    """Return the style sheet of the steps beside their map, which changes what comes before it."""
    return (_FOLDER / "steps.css").read_bytes()


def _write_policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content policy of the page: these scripts and styles, and no request at all."""
    # The drawing library reads the pictures of its marks from data: and blob: addresses.
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(write_hash_source, scripts))}",
            f"style-src {' '.join(map(write_hash_source, styles))}",
            "img-src data: blob:",
            "connect-src data: blob:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _group_corrections(view: View) -> list[tuple[str, list[str]]]:
    """Return the corrections of each event, the events in the order of their names.

    What was corrected on one day for one reason shares a line.
    """
    found: dict[str, dict[tuple[date, str], list[str]]] = {}
    if not view.current.own_events:
        return []
    unpublished = view.record.unpublished
    good, _ = read_good_corrections(view.folder, view.story.corrections, unpublished)
    former = list_former(good, view.record.events.index, view.record.history.versions)
    events = view.record.events
    named = {one.event for one in good if one.event in events.index}
    titles = {event: str(events.at[event, "title"]) for event in named}
    for words in describe_corrections(good, view.story, events):
        one = words.correction
        of_event = found.setdefault(one.event, {})
        of_event.setdefault((one.date, words.why), []).append(words.what.rstrip("."))
    return [
        (
            titles.get(event, GONE if event in former else ABSENT),
            [
                f"{describe_date(day.isoformat())}: {'. '.join(what)}. {why}"
                for (day, why), what in each.items()
            ],
        )
        for event, each in sorted(found.items())
    ]

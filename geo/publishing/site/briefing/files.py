"""All files of a site's briefings: pages, code, data of their maps, pictures, one-file versions."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from geo.drawing.browser import module as browser
from geo.drawing.drawn_record import DrawnRecord
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.one_file import build_one_file
from geo.publishing.one_file.map_content import (
    choose_colourings,
    describe_base,
    describe_steps,
    draw_light_record,
)
from geo.publishing.one_file.page import read_steps_style
from geo.publishing.parts.legend import write_swatches
from geo.publishing.site.briefing.pages import (
    name_step_picture,
    write_briefing_index,
    write_briefing_page,
    write_briefing_sheet,
)
from geo.publishing.site.folder.file import File, hash_content
from geo.publishing.site.pages.scripts import SCRIPTS, assign, join_classic_script
from geo.publishing.site.paths import BRIEFINGS
from geo.publishing.site.pictures.maps import PictureSource, draw_step_map
from geo.publishing.site.plan.briefings import PublishedBriefing
from geo.publishing.site.plan.plan import Plan
from geo.story.briefings.briefing import Step, read_step_link

_FOLDER = Path(__file__).parent
_MAP, _PLAYER = "briefing/map.js", "briefing/player.js"


def write_briefings(plan: Plan, pictures: PictureSource) -> Iterator[File]:
    """Yield the files of all briefings; nothing without briefings.

    Raises
    ------
    GeoError
        If a file of the base map or the corrections cannot be read.
    """
    if not plan.briefings:
        return
    yield BRIEFINGS, write_briefing_index(plan)
    yield "briefing/old_links.js", join_classic_script(_FOLDER / "old_links.js")
    yield "briefing/sheet.css", (_FOLDER / "sheet.css").read_bytes()
    colourings = choose_colourings(plan.view)
    own = (_FOLDER / "briefing.css").read_bytes()
    swatches = f"{write_swatches(*(one.shades for one in colourings.values()))}\n".encode()
    yield "briefing/briefing.css", browser.read_style() + read_steps_style() + own + swatches
    shared = EmbeddedFiles({})
    drawn = draw_light_record(plan.view, shared)
    base = describe_base(drawn, colourings, shared)
    own_steps = {
        published.folder: _write_steps(plan, published, drawn) for published in plan.briefings
    }
    folders = {event: folder for event, folder in plan.folders.items() if event != folder}
    map_ = {"base": base, "rows": drawn.address, "folders": folders}
    map_script = assign("BRIEFING_MAP", map_ | {"answers": shared.by_address})
    player = join_classic_script(_FOLDER / "player.js")
    yield _MAP, map_script
    yield _PLAYER, player
    deck = hash_content(browser.read_bundle())
    for published in plan.briefings:
        path, steps = f"briefing/{published.folder}/steps.js", own_steps[published.folder]
        yield path, steps
        hashes = {SCRIPTS["deck"]: deck, _MAP: hash_content(map_script)}
        hashes |= {path: hash_content(steps), _PLAYER: hash_content(player)}
        yield published.path, write_briefing_page(plan, published, hashes)
        yield from _write_other_forms(plan, published, pictures)


def _write_steps(plan: Plan, published: PublishedBriefing, drawn: DrawnRecord) -> bytes:
    """Return the script of the steps of a briefing, with what they alone ask for."""
    embedded = EmbeddedFiles({})
    steps = describe_steps(published.content, plan.view, drawn, embedded)
    return assign("BRIEFING", steps | {"answers": embedded.by_address})


def _write_other_forms(
    plan: Plan, published: PublishedBriefing, pictures: PictureSource
) -> Iterator[File]:
    """Yield a briefing for paper, the pictures of its steps, and its one file."""
    yield published.sheet_path, write_briefing_sheet(plan, published)
    for step in published.content.steps:
        path = name_step_picture(plan, published, step)
        yield path, pictures(path, partial(_draw, plan, step))
    if plan.has_briefing_files:
        yield published.file_path, build_one_file(published.content, plan.view)


def _draw(plan: Plan, step: Step) -> bytes:
    return draw_step_map(plan, read_step_link(step, plan.view.record)[0])

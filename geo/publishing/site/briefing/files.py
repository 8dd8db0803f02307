"""All files of a site's briefings: pages, code, data of their maps, pictures, one-file versions."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from geo.drawing.browser import module as browser
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
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.scripts import assign, join_classic_script
from geo.publishing.site.paths import BRIEFINGS
from geo.publishing.site.pictures.maps import PictureSource, draw_step_map
from geo.publishing.site.plan.briefings import PublishedBriefing
from geo.publishing.site.plan.plan import Plan
from geo.story.briefings.briefing import Step, read_step_link

_FOLDER = Path(__file__).parent


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
    yield "briefing/player.js", join_classic_script(_FOLDER / "player.js")
    yield "briefing/sheet.css", (_FOLDER / "sheet.css").read_bytes()
    colourings = choose_colourings(plan.view)
    own = (_FOLDER / "briefing.css").read_bytes()
    swatches = f"{write_swatches(*(one.shades for one in colourings.values()))}\n".encode()
    yield "briefing/briefing.css", browser.read_style() + read_steps_style() + own + swatches
    shared = EmbeddedFiles({})
    drawn = draw_light_record(plan.view, shared)
    base = describe_base(drawn, colourings, shared)
    folders = {event: folder for event, folder in plan.folders.items() if event != folder}
    map_ = {"base": base, "rows": drawn.address, "folders": folders}
    for published in plan.briefings:
        embedded = EmbeddedFiles({})
        steps = describe_steps(published.content, plan.view, drawn, embedded)
        content = assign("BRIEFING", steps | {"answers": embedded.by_address})
        yield f"briefing/{published.folder}/steps.js", content
        yield from _write_briefing(plan, published, pictures)
    yield "briefing/map.js", assign("BRIEFING_MAP", map_ | {"answers": shared.by_address})


def _write_briefing(
    plan: Plan, published: PublishedBriefing, pictures: PictureSource
) -> Iterator[File]:
    yield published.path, write_briefing_page(plan, published)
    yield published.sheet_path, write_briefing_sheet(plan, published)
    for step in published.content.steps:
        path = name_step_picture(plan, published, step)
        yield path, pictures(path, partial(_draw, plan, step))
    if plan.has_briefing_files:
        yield published.file_path, build_one_file(published.content, plan.view)


def _draw(plan: Plan, step: Step) -> bytes:
    return draw_step_map(plan, read_step_link(step, plan.view.record)[0])

"""All files of a site, one after the other, each the same bytes for the same story."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from itertools import chain

from geo.link.link import Link
from geo.publishing.site.analysis_page import write_analysis
from geo.publishing.site.briefing_files import write_briefings
from geo.publishing.site.downloads import list_downloads, write_downloads_page
from geo.publishing.site.event_page import write_event_page
from geo.publishing.site.explorer_files import write_explorer
from geo.publishing.site.feed import PATH as FEED
from geo.publishing.site.feed import write_feed
from geo.publishing.site.folders import START
from geo.publishing.site.for_robots import write_robots, write_sitemap
from geo.publishing.site.offline import PATH as OFFLINE
from geo.publishing.site.offline import write_offline
from geo.publishing.site.page import read_style
from geo.publishing.site.pictures import PictureSource, draw_map, draw_still
from geo.publishing.site.plan import Plan
from geo.publishing.site.record_pages import (
    write_claims_page,
    write_corrections_page,
    write_events_page,
    write_lost_page,
    write_method_page,
    write_start_page,
)
from geo.publishing.site.stills import STILLS, name_stills
from geo.publishing.site.write import File


def build_site(plan: Plan, pictures: PictureSource) -> Iterator[File]:
    """Yield the path and content of each file of a site.

    Parameters
    ----------
    plan : Plan
    pictures : callable
        Gives the picture of a path, with what draws it.

    Raises
    ------
    GeoError
        If a file of the story cannot be read.
    """
    all_files = sha256()
    paths: list[str] = []
    for path, content in _build_files(plan, pictures):
        all_files.update(path.encode() + b"\n" + sha256(content).digest())
        paths.append(path)
        yield path, content
    yield OFFLINE, write_offline(all_files.hexdigest()[:16], paths)


def _build_files(plan: Plan, pictures: PictureSource) -> Iterator[File]:
    pages: dict[str, str] = {}
    written = chain(
        _write_pages(plan),
        write_briefings(plan, pictures),
        write_analysis(plan, pictures),
        _write_files(plan),
    )
    for path, content in written:
        if path.endswith(START):
            pages[path] = plan.day
        yield path, content
    yield plan.picture_path(), pictures(plan.picture_path(), partial(draw_map, plan, Link()))
    for still, path in zip(STILLS, name_stills(plan).values(), strict=True):
        yield path, pictures(path, partial(draw_still, plan, still))
    for event in plan.view.record.events.index:
        path = plan.event_path(event)
        yield path, write_event_page(plan, event)
        pages[path] = plan.last_changed(event)
        if plan.draws_pictures:
            path = plan.picture_path(event)
            yield path, pictures(path, partial(draw_map, plan, Link(event=event)))
    if plan.base_url:
        yield "sitemap.xml", write_sitemap(plan, pages)


def _write_pages(plan: Plan) -> Iterator[File]:
    yield "index.html", write_start_page(plan)
    yield "events/index.html", write_events_page(plan)
    yield "claims/index.html", write_claims_page(plan)
    yield "method/index.html", write_method_page(plan)
    yield "corrections/index.html", write_corrections_page(plan)
    yield "404.html", write_lost_page(plan)


def _write_files(plan: Plan) -> Iterator[File]:
    yield "site.css", read_style()
    yield FEED, write_feed(plan)
    yield from write_explorer(plan)
    yield "robots.txt", write_robots(plan)
    downloads = list_downloads(plan)
    yield "downloads/index.html", write_downloads_page(plan, downloads)
    for one in downloads:
        yield one.path, one.content

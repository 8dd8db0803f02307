"""All files of a site, each the same bytes for the same story, however they are built."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import chain

from geo.link.link import Link
from geo.publishing.embedded_files import EmbeddedFiles
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.briefing.files import write_briefings
from geo.publishing.site.cache.inputs import digest_events
from geo.publishing.site.cache.known_files import KnownFiles
from geo.publishing.site.events.files import (
    find_unchanged_events,
    write_event,
    write_event_files,
)
from geo.publishing.site.events.pool import OpenPool, join_pool
from geo.publishing.site.explorer.files import (
    draw_explorer,
    write_explorer,
)
from geo.publishing.site.explorer.offline import write_offline
from geo.publishing.site.explorer.start_page import write_start_page
from geo.publishing.site.folder.file import File, hash_content
from geo.publishing.site.machine_readable.feed import write_feed
from geo.publishing.site.machine_readable.sitemap import write_robots, write_sitemap
from geo.publishing.site.pages.analysis_page import write_analysis
from geo.publishing.site.pages.claims_links import write_claims_links
from geo.publishing.site.pages.downloads import list_downloads, write_downloads
from geo.publishing.site.pages.paged_lists import (
    write_claims_pages,
    write_corrections_pages,
    write_events_pages,
)
from geo.publishing.site.pages.record_pages import write_lost_page, write_method_page
from geo.publishing.site.pages.render import read_site_style
from geo.publishing.site.paths import (
    FEED,
    INDEX,
    LOST,
    METHOD,
    OFFLINE,
    ROBOTS,
    SITEMAP,
    START,
    STYLE,
    WHOLE_MAP,
)
from geo.publishing.site.pictures.maps import (
    PictureSource,
    draw_map,
    draw_still,
    hash_picture,
    is_picture,
)
from geo.publishing.site.pictures.stills import STILLS, name_stills
from geo.publishing.site.plan.plan import Plan


def build_site(
    plan: Plan,
    pictures: PictureSource,
    known: KnownFiles | None = None,
    open_pool: OpenPool | None = None,
    pieces: Pieces | None = None,
) -> Iterator[File]:
    """Yield the path and content of each file of a site, in any order.

    Parameters
    ----------
    plan : Plan
    pictures : callable
        Gives the picture of a path, with what draws it.
    known : KnownFiles, optional
        The files of the site before, by what they were made from: those of an event for which all
        of it is the same stay. It notes what the files of this site were made from.
    open_pool : callable, optional
        Starts other processes, which build the events that changed; all is built here without it.
    pieces : Pieces, optional
        What files to download, lists and data of the explorer held before.

    Raises
    ------
    GeoError
        If a file of the story cannot be read.
    """
    # They are compressed and written to a database without Python, which meanwhile does the rest.
    with ThreadPoolExecutor(1) as executor:
        downloads = executor.submit(list_downloads, plan, pieces)
        embedded = EmbeddedFiles({})
        drawn = draw_explorer(plan, embedded)
        inputs = digest_events(plan, drawn) if known or open_pool else {}
        unchanged = find_unchanged_events(inputs, known) if known else {}
        changed = [event for event in plan.folders if event not in unchanged]
        pool = open_pool({event: inputs[event] for event in changed}) if open_pool else None
        built = chain(
            *(files.items() for files in unchanged.values()),
            write_analysis(plan, pictures),
            _write_maps(plan, pictures),
            write_briefings(plan, pictures),
            _write_first_page(plan, write_explorer(plan, drawn, embedded, pieces)),
            _write_pages(plan, pieces),
            () if pool else write_event_files(plan, pictures, drawn, changed),
            write_downloads(plan, downloads),
        )
        write = partial(write_event, plan, drawn)
        hashes: dict[str, str] = {}
        for path, content in join_pool(built, pool, write) if pool else built:
            hashes[path] = hash_content(content)
            yield path, content
        if known:
            _note_files(plan, known, inputs, hashes)
        if plan.base_url:
            sitemap = write_sitemap(plan, _list_pages(plan, hashes))
            hashes[SITEMAP] = hash_content(sitemap)
            yield SITEMAP, sitemap
        listed = "".join(f"{path}\n{hash_}\n" for path, hash_ in sorted(hashes.items()))
        yield OFFLINE, write_offline(sha256(listed.encode()).hexdigest()[:16], hashes)


def _note_files(
    plan: Plan, known: KnownFiles, inputs: Mapping[str, str], hashes: Mapping[str, str]
) -> None:
    """Note what pictures and the files of events, all in an event's folder, were made from."""
    events = {plan.event_path(event).rpartition("/")[0]: event for event in plan.folders}
    for path, hash_ in hashes.items():
        event = events.get(path.rpartition("/")[0])
        if event is not None:
            known.note(inputs[event], path, hash_)
        if is_picture(path):
            known.note(hash_picture(path), path, hash_)


def _write_maps(plan: Plan, pictures: PictureSource) -> Iterator[File]:
    path = plan.picture_path()
    whole = pictures(path, partial(draw_map, plan, Link()))
    yield path, whole
    if plan.needs_whole_map:
        yield WHOLE_MAP, whole
    for still, path in zip(STILLS, name_stills(plan).values(), strict=True):
        yield path, pictures(path, partial(draw_still, plan, still))


def _write_first_page(plan: Plan, explorer: Iterable[File]) -> Iterator[File]:
    """Yield the files of the explorer, then the page that names the hashes of its scripts."""
    hashes: dict[str, str] = {}
    for path, content in explorer:
        hashes[path] = hash_content(content)
        yield path, content
    yield START, write_start_page(plan, hashes)


def _write_pages(plan: Plan, pieces: Pieces | None) -> Iterator[File]:
    yield from write_events_pages(plan, pieces)
    yield from write_claims_pages(plan, pieces)
    yield from write_claims_links(plan)
    yield METHOD, write_method_page(plan)
    yield from write_corrections_pages(plan)
    yield LOST, write_lost_page(plan)
    yield STYLE, read_site_style()
    yield FEED, write_feed(plan)
    yield ROBOTS, write_robots(plan)


def _list_pages(plan: Plan, paths: Iterable[str]) -> dict[str, str]:
    """Return the day of the last change of each page, those of the record before the events'."""
    events = {plan.event_path(event): plan.last_changed[event] for event in plan.folders}
    others = sorted(path for path in paths if path.endswith(INDEX) and path not in events)
    return dict.fromkeys(others, plan.latest_change) | events

"""A story's site from its check to its folder, for the command line and for the desk's page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from geo.errors import GeoError
from geo.publishing.site.build import build_site
from geo.publishing.site.cache.known_files import read_known_files
from geo.publishing.site.cache.known_pieces import open_pieces, save_pieces
from geo.publishing.site.events.pool import open_large_pool
from geo.publishing.site.folder.file import File, UnchangedFile
from geo.publishing.site.folder.last_site import open_last_site
from geo.publishing.site.folder.other_files import is_for_host, list_other_files
from geo.publishing.site.folder.write import hold_site, write_files
from geo.publishing.site.paths import INDEX
from geo.publishing.site.pictures.maps import reuse_or_draw
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.check.any_file import read_vocabulary
from geo.story.check.events_file import check_events_file
from geo.story.check.finding import select_refusals
from geo.story.check.folder import check_folder
from geo.story.current import Current, StoryFiles, join_current, open_current


@dataclass(frozen=True)
class SiteChoices:
    """What is chosen for a site.

    Attributes
    ----------
    out : Path
        The folder that it is written to.
    base_url, app_url : str
        See `plan_site`.
    draws_pictures : bool, optional
        See `plan_site`.
    workers : int
        How many other processes build pages of many events: none in a server.
    """

    out: Path
    base_url: str = ""
    app_url: str = ""
    draws_pictures: bool | None = None
    workers: int = 0


@dataclass
class Written:
    """What was written.

    Attributes
    ----------
    pages, files, size : int
        How many pages, files and bytes.
    others : list of str
        The paths of files and folders in the site's folder that were not written, and stay; those
        that hosts read are left out.
    hint : str
        What the desk may want to do for the next one; "" for nothing.
    """

    pages: int = 0
    files: int = 0
    size: int = 0
    others: list[str] = field(default_factory=list)
    hint: str = ""

    def __str__(self) -> str:
        """Return it in words, such as "12 pages, 40 files, 1.2 MB"."""
        words = f"{self.pages:,} pages, {self.files:,} files, {self.size / 1e6:,.1f} MB"
        if not self.others:
            return words
        more = f" and {len(self.others) - 1:,} more" if len(self.others) > 1 else ""
        return f"{words}; not part of it, but left in the folder: {self.others[0]!r}{more}"


_NO_VERSION = (
    "No version of the data is recorded, so the feed names no new or changed event: "
    "run `geo version` after each change."
)

Progress = Callable[[int, int, str], None]
"""Receives how many pages are done, of how many, and which part of the site is being written."""


def publish_story(
    files: StoryFiles, choices: SiteChoices, on_progress: Progress = lambda *_: None
) -> Written:
    """Write the site of a story; an old site stays where anything goes wrong.

    Raises
    ------
    GeoError
        With each problem that `geo check` says must be solved; or if a file of the story cannot
        be read, or the folder not be written, or another run is writing it.
    """
    current = _open_checked(files)
    plan = _plan(current, choices)
    with hold_site(choices.out) as work:
        last = open_last_site(work.site)
        known = read_known_files(last, current.cache_folder)
        has_versions = bool(current.record.history.versions) or not current.own_events
        written = Written(hint="" if has_versions else _NO_VERSION)
        paths: list[str] = []

        def count(built: Iterator[File]) -> Iterator[File]:
            for path, content in built:
                yield path, content
                paths.append(path)
                written.size += content.size if isinstance(content, UnchangedFile) else len(content)
                if path.endswith(INDEX):
                    written.pages += 1
                    on_progress(written.pages, plan.pages, path.partition("/")[0])

        open_pool = (
            None
            if plan.draws_pictures
            else partial(open_large_pool, partial(_open_plan, files, choices), choices.workers)
        )
        pieces = open_pieces(plan)
        built = build_site(plan, reuse_or_draw(known, pieces), known, open_pool, pieces)
        written.files = write_files(count(built), last, work)
        others = list_other_files(work.site, paths)
        written.others = [path for path in others if not is_for_host(path)]
        known.save(current.cache_folder)
        save_pieces(pieces, current.cache_folder)
        return written


def _open_plan(files: StoryFiles, choices: SiteChoices) -> Plan:
    return _plan(open_current(files), choices)


def _plan(current: Current, choices: SiteChoices) -> Plan:
    return plan_site(current, choices.base_url, choices.app_url, choices.draws_pictures)


def _open_checked(files: StoryFiles) -> Current:
    """Return the story as it was checked; stop where readers would be shown too little, or wrong.

    Raises
    ------
    GeoError
        With each problem that must be solved.
    """
    checked = check_folder(files.folder, advises=False)
    findings = checked.findings
    if files.events:
        vocabulary = read_vocabulary(files.folder)
        findings += check_events_file(files.events, vocabulary=vocabulary).findings
    refusals = [str(finding) for finding in select_refusals(findings)]
    if refusals:
        raise GeoError("\n".join([*refusals, "not published: correct these first"]))
    if checked.opened and files == StoryFiles(files.folder):
        return join_current(files, *checked.opened)
    return open_current(files)

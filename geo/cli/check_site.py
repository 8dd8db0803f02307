"""A published site checked at the command line: `publish --check`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from geo.cli.console import open_progress, print_line

if TYPE_CHECKING:
    from geo.publishing.site_check import SiteFiles, SiteProblem


def check_site(folder: Path, *, with_browser: bool) -> int:
    """Print what is wrong with a site, and return 1 if anything is.

    Raises
    ------
    GeoError
        If the folder holds no site, or there is no browser; what the files alone say is printed
        before.
    """
    from geo.publishing.site_check import check_files, read_site

    site = read_site(folder)
    problems = 0
    for problem in check_files(site):
        problems += 1
        print_line(Text(str(problem)))
    if with_browser:
        for problem in _visit(site):
            problems += 1
            print_line(Text(str(problem)))
    looked = "opened in Chromium and followed" if with_browser else "read"
    found = f"{problems:,} {'problem' if problems == 1 else 'problems'}"
    print_line(Text(f"{folder.resolve().name}: {len(site.pages):,} pages {looked}, {found}"))
    return 1 if problems else 0


def _visit(site: "SiteFiles") -> Iterator["SiteProblem"]:
    from geo.publishing.site_check import count_visits, visit_pages

    with open_progress() as progress:
        task = progress.add_task("pages opened", total=count_visits(site))
        yield from visit_pages(site, lambda: progress.advance(task))

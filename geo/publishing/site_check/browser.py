"""A site as Chromium sees it: every page opened from a server, and those with scripts from disk."""

import re
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from geo.errors import GeoError, quote
from geo.publishing.site.paths import INDEX
from geo.publishing.site_check.serving import serve_folder
from geo.publishing.site_check.site_files import SiteFiles, SiteProblem, is_elsewhere

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

# A software GPU if there is no other, and none of the browser's own calls home.
_ARGUMENTS = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# The one without windows first: it opens a page with two thirds of the processor's time.
_CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")
_PATIENCE_MS = 60_000
_INSTALL = (
    "Install both with `pip install playwright` and `playwright install chromium`, "
    "or leave the browser out with --no-browser"
)
# What scripts have made of a page: links, and ids that occur twice.
_LOOK = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
  return {
    links: [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href')),
    ids,
    repeated: ids.filter((id, i) => ids.indexOf(id) !== i),
  };
}"""


class BrowserMissingError(GeoError):
    """No browser is installed to open a site with."""


def visit_pages(
    site: SiteFiles, on_page: Callable[[], None] = lambda: None
) -> Iterator[SiteProblem]:
    """Yield what goes wrong when each page of a site is opened in Chromium.

    That is what a page logs as an error or throws, what it asks of another host or in vain, and
    links that its scripts made and that lead nowhere. Pages with scripts are opened from disk too.

    Parameters
    ----------
    site : SiteFiles
    on_page : callable
        Called after each page; there are `count_visits` of them.

    Raises
    ------
    BrowserMissingError
        If playwright or its browser is not installed.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise BrowserMissingError(
            f"found no playwright, wanted it to open the site in Chromium. {_INSTALL}"
        ) from error
    with serve_folder(site.folder) as root, sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, _CHROMIUM)), None),
                args=[*_ARGUMENTS, "--no-sandbox"],
            )
        except Error as error:
            raise BrowserMissingError(
                f"found no Chromium that starts, wanted one to open the site. {_INSTALL}"
            ) from error
        for home, path in _list_visits(site, root):
            yield from _visit(site, browser, home, path)
            on_page()
        browser.close()


def count_visits(site: SiteFiles) -> int:
    """Return how many pages `visit_pages` opens."""
    return len(_list_visits(site, ""))


def _list_visits(site: SiteFiles, root: str) -> list[tuple[str, str]]:
    disk = f"{site.folder.resolve().as_uri()}/"
    from_disk = [(disk, path) for path in site.pages if site.read(path).has_scripts]
    return [*((root, path) for path in site.pages), *from_disk]


def _visit(site: SiteFiles, browser: "Browser", home: str, path: str) -> Iterator[SiteProblem]:
    """Yield what goes wrong on one page; `home` is the address of the site's folder."""
    from playwright.sync_api import Error

    where = f"{path} (from disk)" if home.startswith("file:") else path
    problems: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    _watch(page, home, problems)
    try:
        page.goto(f"{home}{path}", wait_until="load")
        if site.read(path).has_scripts:
            page.wait_for_load_state("networkidle")
        seen = page.evaluate(_LOOK)
    except Error as error:
        problems.append(f"does not open: {error.message.splitlines()[0]}")
    else:
        problems.extend(_judge(site, path, home, seen))
    context.close()
    yield from (SiteProblem(where, problem) for problem in dict.fromkeys(problems))


def _watch(page: "Page", home: str, problems: list[str]) -> None:
    """Note what a page says, asks of another host, and asks in vain."""
    own = re.escape(home)
    elsewhere = re.compile(rf"^(?!{own}|data:|blob:|about:)")

    def refuse(route: "Route") -> None:
        problems.append(f"asks another host for {quote(route.request.url, 200)}")
        route.abort()

    page.route(elsewhere, refuse)
    page.on("pageerror", lambda error: problems.append(f"throws {quote(error.message, 300)}"))
    page.on(
        "console",
        lambda said: problems.append(_describe_error(said, home)) if said.type == "error" else None,
    )


def _describe_error(said: "ConsoleMessage", home: str) -> str:
    page = said.location["url"].removeprefix(home)
    return f"logs the error {quote(said.text, 300)} of {page!r}"


def _judge(site: SiteFiles, path: str, home: str, seen: dict[str, list[str]]) -> Iterator[str]:
    for id_ in dict.fromkeys(seen["repeated"]):
        yield f"found the id {id_!r} more than once when its scripts had run"
    written = set(site.read(path).links)
    for link in dict.fromkeys(seen["links"]):
        page, inside = (INDEX, link.removeprefix(home)) if link.startswith(home) else (path, link)
        if link in written or is_elsewhere(inside) or inside.removeprefix("#") in seen["ids"]:
            continue
        if wrong := site.judge_link(page, inside):
            yield f"its scripts made the link {inside!r}, which {wrong}"

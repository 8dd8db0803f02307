"""A published site compared with the app and with a plain Streamlit page of ten points.

`python -m bench.site [times] [events]` prints one figure a line. nginx serves the shipped story
under a path, compressed as docs/publishing.md says; all three are opened in turn, so that a busy
machine is as hard on each. "Still map" is the later of the two pictures that come with the first
response, so that base map and events are seen; "live map" is the one that can be moved, with all
events: the site's lies over the still base, which moves with it. "Live base" is when that is drawn
by the graphics card too. The plain page has a live map alone, the bare page one sentence and
nothing else, which nginx serves beside the site: no page has its first text sooner. Cold, warm and
far as in bench.first_view; a warm page is opened once the one before is drawn whole.
"""

import gzip
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.first_view import LINE, OURS, PLAIN, POINTS, WATCH, first_map_ms
from bench.in_turn import compare
from bench.rounds import read_rounds, read_sizes
from bench.server import ROOT, served
from bench.site_build import MANY, build_figures, publish
from bench.site_load import load_figures
from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.site_server import serving

Times = dict[str, float]

_BARE = '<!doctype html><html lang="en"><title>Bare</title><p>One sentence.</p></html>'
_COMPARED = (
    ("text", "app", "text"),
    ("text", "bare", "text"),
    ("still", "plain", "live"),
    ("live", "plain", "live"),
)
# When the first text and the still map were painted, as the browser says it.
_PAINTED = """(() => {
  const painted = window.painted = {};
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') painted.text ??= entry.startTime;
    }
  }).observe({type: 'paint', buffered: true});
  // A browser says when it painted an element that is named before it is loaded.
  new MutationObserver(() => {
    for (const image of document.querySelectorAll('.still img')) image.elementTiming ||= 'still';
  }).observe(document, {childList: true, subtree: true});
  const stills = [];
  new PerformanceObserver(list => {
    for (const {startTime} of list.getEntries()) stills.push(startTime);
    if (stills.length > 1) painted.still = Math.max(...stills);
  }).observe({type: 'element', buffered: true});
})()"""
# How many canvases have all events on them, and how many the whole map has.
_EVENTS = {"site": 1, "app": 2, "plain": 1, "bare": 0}
_WHOLE = {"site": 2, "app": 2, "plain": 1, "bare": 0}


@contextmanager
def behind_nginx(site: Path) -> Iterator[str]:
    """Serve a folder by nginx, as docs/publishing.md says, and give its address.

    Raises
    ------
    RuntimeError
        If nginx is not installed.
    """
    if shutil.which("nginx") is None:
        raise RuntimeError("nginx: found none, wanted one; install nginx-light")
    with tempfile.TemporaryDirectory() as folder, serving(site, Path(folder)) as (address, _):
        yield address


def site_figures(times: int = 5, many: int = MANY) -> Iterator[Figure]:
    """Yield bytes and times of a site, its ratios to the others, and what building it takes."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, events = Path(folder, "site"), Path(folder, "events.geojson")
        publish(ROOT / "data", site)
        yield from _bytes(site)
        events.write_bytes(event_file(POINTS))
        with (
            behind_nginx(site) as address,
            served(OURS, ROOT / "data" / "events.geojson") as app,
            served(PLAIN, events) as plain,
        ):
            (site / "bare.html").write_text(_BARE)
            addresses = {
                "site": address,
                "bare": f"{address}bare.html",
                "app": f"http://localhost:{app.port}/",
                "plain": f"http://localhost:{plain.port}/",
            }
            yield from _views(playwright, addresses, times)
            yield from load_figures(address, site)
        yield from build_figures(Path(folder), many)
        with behind_nginx(Path(folder, "large")) as address:
            yield from _many(playwright, address, many)


def _bytes(site: Path) -> Iterator[Figure]:
    def size(*names: str) -> float:
        return sum(len(gzip.compress((site / name).read_bytes(), 6)) for name in names) / 1e3

    code = tuple(f"explorer/{name}.js" for name in ("data", "explorer", "deck"))
    sizes = [path.stat().st_size / 1e3 for path in (site / "explorer").glob("map-*.png")]
    # Four of the events, then four of the base, which are larger; a reader gets one of each.
    stills = sum(sorted(sizes)[3::4])
    yield "bytes to the first text", size("index.html"), "kB"
    yield "bytes to the still map, at most", size("index.html") + stills, "kB"
    yield "bytes to the live map, with the still one", size("index.html", *code) + stills, "kB"
    yield "bytes of the live base", size("explorer/base.js"), "kB"
    pages = sorted(site.glob("events/*/index.html"))
    sizes = [len(gzip.compress(page.read_bytes(), 6)) / 1e3 for page in pages]
    yield "event page: middle", median(sizes), "kB"
    yield "event page: largest", max(sizes), "kB"


def _views(playwright: Playwright, addresses: Mapping[str, str], times: int) -> Iterator[Figure]:
    seen: dict[tuple[str, str], list[Times]] = {}
    # Once more than counted: the first viewer of a server waits for what is made once.
    for turn in range(times + 1):
        for name, address in addresses.items():
            for kind, view in _open(playwright, address, _EVENTS[name], _WHOLE[name]):
                if turn:
                    seen.setdefault((name, kind), []).append(view)
    for kind in ("cold", "warm", "far"):
        views = {name: seen[name, kind] for name in addresses}
        for name, all_of in views.items():
            for what in ("text", "still", "live", "base"):
                if known := [view[what] for view in all_of if what in view]:
                    yield f"{name}: {what}, {kind}", median(known) / 1e3, "s"
        for what, other, whats in _COMPARED:
            label = f"{what} beside the {other}'s {whats}, {kind}"
            ours = [view[what] for view in views["site"]]
            yield from compare(label, ours, [view[whats] for view in views[other]])


def _many(playwright: Playwright, address: str, many: int) -> Iterator[Figure]:
    """Yield the times of a new visitor of many events, the middle of three."""
    visits = [dict(_open(playwright, address, 1, 2))["cold"] for _ in range(3)]
    for what in ("text", "still", "live", "base"):
        yield f"{many:,} events: {what}", median(visit[what] for visit in visits) / 1e3, "s"


def _open(
    playwright: Playwright, address: str, canvases: int, whole: int
) -> Iterator[tuple[str, Times]]:
    """Yield the times of each kind, ms."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = _new_page(browser.new_page(viewport={"width": 1440, "height": 900}))
    page.goto(address, wait_until="commit")
    yield "cold", _times(page, canvases, whole)
    for _ in range(2):
        # Code that a browser has met twice it keeps compiled. The card paints what the page before
        # asked for to its end.
        page.wait_for_timeout(5000)
        page.reload(wait_until="commit")
        warm = _times(page, canvases, whole)
    yield "warm", warm
    browser.close()
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = _new_page(browser.new_page(viewport={"width": 1440, "height": 900}))
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", LINE)
    page.goto(address, wait_until="commit")
    yield "far", _times(page, canvases, whole)
    browser.close()


def _new_page(page: Page) -> Page:
    page.add_init_script(WATCH)
    page.add_init_script(_PAINTED)
    return page


def _times(page: Page, canvases: int, whole: int) -> Times:
    if not whole:
        page.wait_for_function("window.painted.text")
        return dict(page.evaluate("window.painted"))
    live, base = first_map_ms(page, canvases), first_map_ms(page, whole)
    painted: Times = page.evaluate("window.painted")
    return painted | {"live": live} | ({"base": base} if whole > canvases else {})


if __name__ == "__main__":
    print_figures(site_figures(read_rounds(sys.argv[1:], 5), *read_sizes(sys.argv[2:3], [MANY])))

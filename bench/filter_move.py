"""From a reader's choice to the first call that paints it, in a browser, next to the plain way.

`python -m bench.filter_move [events]` prints one figure a line. Painting itself, which a graphics
card in software does slowly for both, does not count: the clock stops when it starts.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.events import GROUPS, event_file
from bench.figures import Figure, print_figures
from bench.in_turn import compare
from bench.rounds import read_sizes
from bench.server import served
from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.panel_page import open_filters

EVENTS = 100_000
TIMES = 4
# With fewer events, the rows that the plain page sends are not longer than its other messages.
FEWEST = 1_000
_LOADS_WITHIN_MS = 180_000
# A choice is on its way to the map when its rows have come; ours needs none.
_ROWS_BYTES = 10_000

_WATCH = """(() => {
  const log = window.log = {chosen: 0, rows: 0, painted: 0};
  const start = () => Object.assign(log, {chosen: performance.now(), rows: 0, painted: 0});
  addEventListener('click', start, true);
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...all) {
      super(...all);
      this.addEventListener('message', ({data}) => {
        if ((data.byteLength ?? data.size) > ROWS) log.rows = performance.now();
      });
    }
  };
  for (const name of ['Arrays', 'Elements', 'ArraysInstanced', 'ElementsInstanced']) {
    const draw = WebGL2RenderingContext.prototype[`draw${name}`];
    WebGL2RenderingContext.prototype[`draw${name}`] = function (...all) {
      if (log.chosen && (log.rows || !log.needsRows)) log.painted ||= performance.now();
      return draw.apply(this, all);
    };
  }
})()""".replace("ROWS", str(_ROWS_BYTES))


def filter_moves(events: int = EVENTS) -> Iterator[Figure]:
    """Yield what passes between a choice and the start of its painting, ours and the plain way."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "events.geojson")
        path.write_bytes(event_file(events))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with served("app.py", path) as ours, served("bench/plain.py", path) as plain:
            pages = {
                _tick: _open(browser, ours.port, _tick),
                _pick: _open(browser, plain.port, _pick),
            }
            own, theirs = [], []
            for group in GROUPS[:TIMES]:
                own.append(_move(pages[_tick], group, _tick))
                theirs.append(_move(pages[_pick], group, _pick))
        browser.close()
    for name, each in (("ours", own), ("plain", theirs)):
        yield f"{events:,} events, {name}: from choice to painting", median(each), "ms"
    yield from compare(f"{events:,} events: times as fast", theirs, own)


def _open(browser: Browser, port: int, choose: Callable[[Page, str], None]) -> Page:
    """Return a page with its map drawn, and with its filters in reach."""
    page = browser.new_page(viewport={"width": 1024, "height": 768})
    page.set_default_timeout(_LOADS_WITHIN_MS)
    page.add_init_script(_WATCH)
    page.goto(f"http://localhost:{port}/")
    page.locator("canvas").first.wait_for()
    page.evaluate("needs => { log.needsRows = needs; }", choose is _pick)
    if choose is _tick:
        # On a window of this width they are folded away until somebody asks for them.
        open_filters(page)
    return page


def _move(page: Page, group: str, choose: Callable[[Page, str], None]) -> float:
    page.bring_to_front()
    page.wait_for_timeout(5_000)
    choose(page, group)
    page.wait_for_function("log.painted")
    milliseconds: float = page.evaluate("log.painted - log.chosen")
    return milliseconds


def _tick(page: Page, group: str) -> None:
    page.locator(".filter-panel").get_by_role("checkbox", name=group).check()


def _pick(page: Page, group: str) -> None:
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=group).click()


if __name__ == "__main__":
    (events,) = read_sizes(sys.argv[1:2], [EVENTS])
    if events < FEWEST:
        sys.exit(f"events: found {events:,}, wanted {FEWEST:,} or more")
    print_figures(filter_moves(events))

"""From a reader's choice to the first call that paints it, in a browser, beside the plain way.

`python -m bench.filter_move [events]` prints one figure a line. Painting itself, which a graphics
card in software does slowly for both, does not count: the clock stops when it begins.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.events import GROUPS, event_file
from bench.server import served
from tests.browser.chromium import ARGUMENTS, CHROMIUM

EVENTS = 100_000
TIMES = 4
_LOADS_WITHIN_MS = 180_000
# A choice is on its way to the map when its rows have come; ours needs none.
_ROWS_BYTES = 10_000

Figure = tuple[str, float, str]

_WATCH = """(() => {
  const log = window.log = {chosen: 0, rows: 0, painted: 0};
  const begin = () => Object.assign(log, {chosen: performance.now(), rows: 0, painted: 0});
  addEventListener('click', begin, true);
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
    """Yield what passes between a choice and the begin of its painting, ours and the plain way."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "events.geojson")
        path.write_bytes(event_file(events))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        middle = {}
        for name, script, choose in (("ours", "app.py", _tick), ("plain", "bench/plain.py", _pick)):
            with served(script, path) as server:
                middle[name] = median(_moves(browser, server.port, choose))
            yield f"{events:,} events, {name}: from choice to painting", middle[name], "ms"
        yield f"{events:,} events: times as fast", middle["plain"] / middle["ours"], "x"
        browser.close()


def _moves(browser: Browser, port: int, choose: Callable[[Page, str], None]) -> Iterator[float]:
    page = browser.new_page(viewport={"width": 1024, "height": 768})
    page.add_init_script(_WATCH)
    page.goto(f"http://localhost:{port}/")
    page.locator("canvas").first.wait_for(timeout=_LOADS_WITHIN_MS)
    page.evaluate("needs => { log.needsRows = needs; }", choose is _pick)
    for group in GROUPS[:TIMES]:
        page.wait_for_timeout(5_000)
        choose(page, group)
        page.wait_for_function("log.painted", timeout=_LOADS_WITHIN_MS)
        yield page.evaluate("log.painted - log.chosen")
    page.close()


def _tick(page: Page, group: str) -> None:
    page.get_by_role("checkbox", name=group).check(timeout=_LOADS_WITHIN_MS)


def _pick(page: Page, group: str) -> None:
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=group).click(timeout=_LOADS_WITHIN_MS)


if __name__ == "__main__":
    for name, value, unit in filter_moves(*map(int, sys.argv[1:])):
        print(f"{name:<56} {value:>12,.4g} {unit}", flush=True)

"""From navigation to the first drawn map, next to a plain Streamlit page of ten points.

`python -m bench.first_view [times]` prints one figure a line. Both servers run at once and are
opened in turn, so that a busy machine is as hard on one as on the other. Cold is a new browser,
which has neither files nor compiled code nor shaders; warm is the second reload in the same one;
"far" is cold over a line of 10 Mbit/s and 40 ms.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Playwright, sync_playwright

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.rounds import read_rounds
from bench.server import Server, served
from tests.browser.chromium import ARGUMENTS, CHROMIUM

OURS, PLAIN = "app.py", "bench/plain.py"
POINTS = 10
TIMES = 5
KINDS = ("cold", "warm", "far")
LINE = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 10e6 / 8,
    "uploadThroughput": 10e6 / 8,
}


# A canvas is drawn when the graphics card has done what its first frame asked for: a fence after
# the first draw call says so. What only starts later, such as names, does not count; nor does a
# frame before the canvas has its size, which the drawing library paints at 300 x 150 px.
WATCH = """(() => {
  const drawn = window.firstFrames = [];
  const seen = new Set();
  const watch = gl => {
    seen.add(gl);
    const at = drawn.push(null) - 1;
    requestAnimationFrame(() => {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
      const ask = () => (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED
        ? drawn[at] = performance.now() : setTimeout(ask, 4));
      ask();
    });
  };
  const ways = ['Arrays', 'Elements', 'ArraysInstanced', 'ElementsInstanced'];
  for (const name of ways.map(way => `draw${way}`)) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...all) {
      const {clientWidth, isConnected} = this.canvas;
      const shown = isConnected && this.drawingBufferWidth >= clientWidth - 1;
      draw.apply(this, all);
      if (shown && !seen.has(this)) watch(this);
    };
  }
})()"""


def first_views(times: int = TIMES) -> Iterator[Figure]:
    """Yield the time to a first map, ours and the plain way, cold and warm, and their ratios."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "events.geojson")
        path.write_bytes(event_file(POINTS))
        with served(OURS, path) as ours:
            yield "ours: start to first byte", ours.started_s, "s"
            start = time.monotonic()
            ours.wait_until_drawn()
            drawn_s = time.monotonic() - start
            yield "ours: first byte to all drawn for the first viewer", drawn_s, "s"
            with served(PLAIN, path) as plain:
                yield "plain: start to first byte", plain.started_s, "s"
                seen = _in_turn(playwright, {"ours": ours, "plain": plain}, times)
    for place, kind in enumerate(KINDS):
        middle = {name: median(views[place] for views in seen[name]) for name in seen}
        for name, ms in middle.items():
            yield f"{name}: first map, {kind}", ms / 1e3, "s"
        yield f"first map beside the plain way, {kind}", middle["ours"] / middle["plain"], "x"


def _in_turn(
    playwright: Playwright, servers: dict[str, Server], times: int
) -> dict[str, list[list[float]]]:
    """Return the times of each kind, ms, of each server."""
    seen: dict[str, list[list[float]]] = {name: [] for name in servers}
    # Once more than counted: the first viewer of a server waits for what is made once.
    for turn in range(times + 1):
        for name, server in servers.items():
            canvases = 2 if name == "ours" else 1
            views = [*_cold_and_warm(playwright, server, canvases)]
            views.append(_far(playwright, server, canvases))
            if turn:
                seen[name].append(views)
    return seen


def _cold_and_warm(playwright: Playwright, server: Server, canvases: int) -> tuple[float, float]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"http://localhost:{server.port}/", wait_until="commit")
    cold = first_map_ms(page, canvases)
    for _ in range(2):
        # Code that a browser has met twice it keeps compiled. The card paints what the page before
        # asked for to its end.
        page.wait_for_timeout(5000)
        page.reload(wait_until="commit")
        warm = first_map_ms(page, canvases)
    browser.close()
    return cold, warm


def _far(playwright: Playwright, server: Server, canvases: int) -> float:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", LINE)
    page.goto(f"http://localhost:{server.port}/", wait_until="commit")
    ms = first_map_ms(page, canvases)
    browser.close()
    return ms


def first_map_ms(page: Page, canvases: int, longest_s: float = 60) -> float:
    """Return the time until the first frames of so many canvases were done."""
    latest = time.monotonic() + longest_s
    while time.monotonic() < latest:
        frames = page.evaluate("window.firstFrames")[:canvases]
        if len(frames) == canvases and None not in frames:
            return float(max(frames))
        page.wait_for_timeout(50)
    raise TimeoutError(f"no map within {longest_s} s")


if __name__ == "__main__":
    print_figures(first_views(read_rounds(sys.argv[1:], TIMES)))

"""Frames a second while the time window moves, compared with a plain scatterplot.

`python -m bench.frames [rounds] [events ...]` prints one figure a line. Both run in one browser
on the software GPU, in turn; both paint once in each animation frame, on a canvas of one size. The
script of a frame is all that runs in its callbacks, less what deck.gl takes to paint.
"""

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.rounds import read_rounds, read_sizes
from bench.server import served
from tests.browser.chromium import ARGUMENTS, CHROMIUM

SIZES = (1_000, 10_000, 100_000)
FOR_MS = 5000
# At 100,000 events there is a target for the script, none for the rate.
WITH_RATE = (1_000, 10_000)
ROUNDS = 3


# Time in callbacks of animation frames, by frame.
_WATCH = """
globalThis.frames = {};
const ask = requestAnimationFrame;
globalThis.requestAnimationFrame = callback => ask(now => {
  const start = performance.now();
  callback(now);
  frames[now] = (frames[now] ?? 0) + performance.now() - start;
});
"""

_FIND = """async () => {
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const address = ending => loaded.find(name => name.endsWith(ending));
  const module = await import(address('/time_map.js'));
  globalThis.map = module.parts.get('time_map');
  const {clientWidth, clientHeight} = map.view.events.box;
  return [address('/deck.js'), address('/events.json'), clientWidth, clientHeight];
}"""

# The end of the window runs to and fro over the whole domain, as under a hand.
_DRAG = """async duration => {
  const [bar, decks] = [map.bar, [map.view.events.deck, map.view.base.deck]];
  const [lo, hi] = bar.brush.domain;
  let painting = 0;
  for (const deck of decks) {
    const redraw = Object.getPrototypeOf(deck).redraw;
    deck.redraw = function (reason) {
      const start = performance.now();
      redraw.call(this, reason);
      painting += performance.now() - start;
    };
  }
  const scripts = [];
  globalThis.frames = {};
  const start = performance.now();
  let count = 0;
  const before = map.describe().paints.events;
  await new Promise(resolve => {
    let before = null;
    const tick = now => {
      if (before !== null) scripts.push((frames[before] ?? 0) - painting);
      painting = 0;
      before = now;
      if (now - start > duration) return resolve();
      count += 1;
      const share = 0.5 + 0.5 * Math.cos(count / 40);
      bar.setWindow([lo, lo + (hi - lo) * Math.max(0.05, share)]);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const seconds = (performance.now() - start) / 1000;
  const painted = map.describe().paints.events - before;
  return [painted / seconds, scripts.sort((a, b) => a - b)[Math.floor(scripts.length / 2)]];
}"""

# The same circles, with nothing else: no marks, no time, no base map, no page around them.
_BARE = """async ([rows, duration]) => {
  if (!globalThis.bare) {
    const {length, columns: {lon, lat, r}} = await (await fetch(rows)).json();
    const data = Array.from({length}, (_, i) => ({lon: lon[i], lat: lat[i], r: r[i]}));
    const layer = new deck.ScatterplotLayer({
      id: 'points', data, getPosition: row => [row.lon, row.lat], getRadius: row => row.r,
      radiusMinPixels: 6, getFillColor: [180, 20, 20, 40], stroked: true, pickable: true,
      getLineWidth: 1, lineWidthUnits: 'pixels',
    });
    globalThis.bare = new deck.Deck({parent: document.body, controller: true, layers: [layer],
      initialViewState: {longitude: 37.3, latitude: 52.5, zoom: 3.63},
      useDevicePixels: Math.min(2, devicePixelRatio)});
    await new Promise(resolve => setTimeout(resolve, 3000));
  }
  const start = performance.now();
  let painted = 0;
  await new Promise(resolve => {
    const tick = now => {
      if (now - start > duration) return resolve();
      painted += 1;
      bare.redraw('time');
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  return painted / ((performance.now() - start) / 1000);
}"""


def frames(rounds: int = ROUNDS, sizes: Sequence[int] = SIZES) -> Iterator[Figure]:
    """Yield rate and script of a frame, ours, and the rate of a bare scatterplot."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for count in sizes:
            path = Path(folder, f"{count}.geojson")
            path.write_bytes(_known_to_a_town(count))
            with served("app.py", path) as server:
                yield from _side_by_side(browser, server.port, count, rounds)
        browser.close()


def _known_to_a_town(count: int) -> bytes:
    """Return so many events without those whose circle covers the whole map.

    Drawing in software paints only a hundred such circles a second, whatever the page does, and
    nothing else would be measured; the shipped record has few of them.
    """
    head, *features, end = event_file(2 * count).decode().splitlines()
    vague = re.compile('"location_precision":"(district|region|country)"')
    known = [line.rstrip(",") for line in features if not vague.search(line)][:count]
    assert len(known) == count
    return "\n".join([head, ",\n".join(known), end, ""]).encode()


def _side_by_side(browser: Browser, port: int, count: int, rounds: int) -> Iterator[Figure]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_WATCH)
    ours = context.new_page()
    ours.goto(f"http://localhost:{port}/")
    expect(ours.locator(".canvas.top canvas")).to_be_visible(timeout=120_000)
    bundle, rows, width, height = ours.evaluate(_FIND)
    _wait_for_names(ours)
    bare = _bare_page(context.new_page(), port, bundle, width, height)
    rates: list[tuple[float, float]] = []
    scripts: list[float] = []
    for _ in range(rounds):
        ours.bring_to_front()
        rate, script = ours.evaluate(_DRAG, FOR_MS)
        scripts.append(script)
        bare.bring_to_front()
        rates.append((rate, bare.evaluate(_BARE, [rows, FOR_MS])))
    context.close()
    if count in WITH_RATE:
        yield f"{count:,} events: frames a second", median(rate for rate, _ in rates), ""
        yield f"{count:,} points, bare: frames a second", median(rate for _, rate in rates), ""
        share = median(rate / plain for rate, plain in rates)
        yield f"{count:,} events: beside the bare rate", share, "x"
    yield f"{count:,} events: script of a frame, painting apart", median(scripts), "ms"


def _wait_for_names(page: Page) -> None:
    """Wait until the base map is complete and still."""
    while not page.evaluate("map.view.base.isWhole"):
        page.wait_for_timeout(200)
    page.wait_for_timeout(1000)


def _bare_page(page: Page, port: int, bundle: str, width: int, height: int) -> Page:
    """Return a page of the same origin with the same bundle and a body of the same size."""
    html = (
        f'<!doctype html><body style="margin:0;position:relative;width:{width}px;'
        f'height:{height}px"><script src="{bundle}"></script>'
    )

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    page.route("**/bare.html", answer)
    page.goto(f"http://localhost:{port}/bare.html")
    return page


if __name__ == "__main__":
    print_figures(frames(read_rounds(sys.argv[1:], ROUNDS), read_sizes(sys.argv[2:], SIZES)))

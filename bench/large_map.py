"""What a browser does for the map of 385,000 events: until it is there, and while time is dragged.

`python -m bench.large_map [rounds] [FILE]` prints one figure a line. The server has drawn all and
is idle before a new browser opens the page, with a graphics card in software; of the rounds, each
with a browser of its own, the middle counts. Then a mouse drags the end of the window. A move
lasts from the time stamp of its event to the second frame after it, in which the counts are shown;
what is sent are messages, but those that Streamlit sends by itself, and addresses that are asked.
Without a file, the table that `bench.importing` invents is imported first.
"""

import base64
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Playwright, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg

from bench.figures import Figure, print_figures
from bench.first_view import WATCH, first_map_ms
from bench.large import import_large_table
from bench.rounds import read_rounds
from bench.server import served
from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.map_page import find_handle

ROUNDS, MOVES, STEP_PX = 3, 20, 8
_CANVASES = 2
_LONGEST_S = 600
# Share of a processor: a process that uses less for a second is idle.
_IDLE_BELOW = 0.2
_PROCESSES = {"page": "renderer", "card": "GPU"}

Processor = Callable[[], Mapping[str, float]]

_WATCH_MOVES = """() => {
  globalThis.moves = [];
  addEventListener('pointermove', ({timeStamp}) => {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      moves.push(performance.now() - timeStamp);
    }));
  }, true);
}"""


def large_maps(path: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Yield what a browser uses until the map is there, and how it follows a drag."""
    with served("app.py", path) as server, sync_playwright() as playwright:
        server.wait_until_drawn(_LONGEST_S)
        _wait_until_idle(lambda: {"server": server.processor_s()}, time.sleep)
        seen = [list(_open_and_drag(playwright, server.port)) for _ in range(rounds)]
    for figures in zip(*seen, strict=True):
        name, _, unit = figures[0]
        yield name, median(value for _, value, _ in figures), unit


def _open_and_drag(playwright: Playwright, port: int) -> Iterator[Figure]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(_LONGEST_S * 1e3)
    page.add_init_script(WATCH)
    system = browser.new_browser_cdp_session()

    def processor() -> dict[str, float]:
        processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
        return {
            name: sum(each["cpuTime"] for each in processes if each["type"] == kind)
            for name, kind in _PROCESSES.items()
        }

    before = processor()
    page.goto(f"http://localhost:{port}/", wait_until="commit")
    yield "until the map is there, on the clock (wanted 8)", _wait_for_map(page), "s"
    yield from _compare("until the map is there", before, processor())
    _wait_until_idle(processor, lambda s: page.wait_for_timeout(s * 1e3))
    yield from _compare("until all is there and idle", before, processor())
    page.evaluate(_WATCH_MOVES)
    yield from _drag(page, processor)
    _wait_until_idle(processor, lambda s: page.wait_for_timeout(s * 1e3))
    yield from _hover(page)
    heap = page.evaluate("performance.memory.usedJSHeapSize")
    yield "memory of the page's JavaScript", heap / 1e6, "MB"
    browser.close()


def _drag(page: Page, processor: Processor) -> Iterator[Figure]:
    sent: list[int] = []
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on("Network.webSocketFrameSent", lambda frame: sent.append(_count_bytes(frame)))
    page.on("request", lambda asked: sent.append(len(asked.url)))
    x, y = find_handle(page, "to")
    _move(page, [(x, y)])
    page.mouse.down()
    before = processor()
    first, *others = _move(page, [(x - move * STEP_PX, y) for move in range(1, MOVES + 1)])
    yield from _compare(f"{MOVES} moves", before, processor())
    yield "first move of a page (wanted 50)", first, "ms"
    yield "a move, in the middle (wanted 50)", median(others), "ms"
    yield "the slowest move", max(others), "ms"
    yield f"sent by {MOVES} moves", sum(sent), "B"
    page.mouse.up()


def _hover(page: Page) -> Iterator[Figure]:
    box = page.locator(".map-box").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    _, *others = _move(page, [(x + move * STEP_PX, y) for move in range(MOVES)])
    yield "a hover over the map, in the middle", median(others), "ms"


def _move(page: Page, points: Sequence[tuple[float, float]]) -> list[float]:
    """Move the mouse from point to point, as fast as the page follows; return the ms of each."""
    page.evaluate("moves.length = 0")
    for count, point in enumerate(points, start=1):
        page.mouse.move(*point)
        while page.evaluate("moves.length") < count:
            page.wait_for_timeout(20)
    durations_ms: list[float] = page.evaluate("moves")
    return durations_ms


def _count_bytes(frame: Mapping[str, Mapping[str, str]]) -> int:
    """Return the length of a message; of none where Streamlit asks by itself, as each 30 s."""
    content = base64.b64decode(frame["response"]["payloadData"])
    return 0 if BackMsg.FromString(content).rerun_script.is_auto_rerun else len(content)


def _compare(
    name: str, before: Mapping[str, float], after: Mapping[str, float]
) -> Iterator[Figure]:
    for process, seconds in after.items():
        yield f"{name}: {process}, processor", seconds - before[process], "s"


def _wait_for_map(page: Page) -> float:
    return first_map_ms(page, _CANVASES, _LONGEST_S) / 1e3


def _wait_until_idle(processor: Processor, pause: Callable[[float], object]) -> None:
    """Wait until no process has used much for three seconds."""
    quiet = 0
    while quiet < 3:
        before, start = processor(), time.monotonic()
        pause(1)
        most = _IDLE_BELOW * (time.monotonic() - start)
        after = processor()
        quiet = quiet + 1 if all(after[name] - before[name] < most for name in after) else 0


if __name__ == "__main__":
    rounds = read_rounds(sys.argv[1:], ROUNDS)
    with tempfile.TemporaryDirectory(prefix="bench-large-map-") as folder:
        events = Path(sys.argv[2]) if sys.argv[2:] else import_large_table(Path(folder))
        print_figures(large_maps(events, rounds))

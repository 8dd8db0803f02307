"""A page with a map: opened, asked what it shows, and moved as by a hand.

What is drawn is asked of the map's public description (`describe`, `locate`, `findShownEvents`,
`showWindow` of the TimeMap that `parts` of its module holds), never of what it is built from.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, TypedDict, Unpack, cast
from urllib.parse import parse_qs, urlsplit

import numpy as np
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.opening import OpenPage, Reader
from tests.browser.waiting import wait_until
from tests.drawn_rows import decode_rows

Colour = tuple[int, int, int]
Point = tuple[float, float]
Row = dict[str, object]
Visit = Callable[..., Page]
Scheme = Literal["light", "dark"]

# `our` is the page's own copy of the module, `map` its map. The scripts of a site are not modules.
_FIND_MAP = """async () => {
  if (globalThis.SITE) {
    globalThis.map = SITE.map;
    return !!SITE.map?.view;
  }
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  globalThis.our = await import(loaded.find(name => name.endsWith('/time_map.js')));
  const maps = [...our.parts.values()].filter(part => part instanceof our.TimeMap);
  globalThis.map = maps.find(({node}) => node.isConnected);
  return !!globalThis.map?.view;
}"""
_READ = """async ending => {
  const answers = Object.entries(globalThis.SITE?.answers ?? {});
  const known = answers.find(([name]) => name.endsWith(`/${ending}`));
  if (known) return known[1];
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const rows = globalThis.map?.options.rows ?? '';
  const named = [...loaded, new URL(rows, document.baseURI).href];
  return (await fetch(named.findLast(name => name.endsWith(`/${ending}`)))).json();
}"""


class Paints(TypedDict):
    """How often each canvas was painted."""

    base: int
    events: int


class Base(TypedDict):
    """What the canvas below the events shows."""

    isWhole: bool
    isShifted: bool
    layers: list[str]


class Description(TypedDict):
    """What a map shows (geo/drawing/browser/map/map_description.js)."""

    window: list[int]
    total: int
    camera: list[float]
    eventsArePainted: bool
    paints: Paints
    base: Base


def open_map(
    open_page: OpenPage,
    address: str,
    width: int = 1440,
    height: int = 900,
    **reader: Unpack[Reader],
) -> Page:
    """Open a page and wait until the events are painted on its map, and all beside it is there."""
    page = open_page(address, width, height, **reader)
    wait_for_map(page)
    wait_for_run(page)
    return page


def wait_for_map(page: Page) -> None:
    """Wait until the events are painted on the map of a page."""
    page.locator(".canvas.top canvas").wait_for()
    wait_until(page, lambda: page.evaluate(_FIND_MAP), "there is a map")
    wait_until_painted(page)


# Once its explorer has started.
_SITE = "html.alive"
# Says what holds anyway: Python's answer to a link that has it is an address without it.
_SURPLUS = "colour=group"


def follow_link(page: Page, link: str) -> None:
    """Bring an open page to a link, as a step through the browser's history does."""
    answered = link if is_site(page) else f"{link}{'&' if '?' in link else '?'}{_SURPLUS}"
    page.evaluate(
        """link => {
          history.pushState(null, '', link);
          dispatchEvent(new PopStateEvent('popstate'));
        }""",
        answered,
    )
    wait_until(page, lambda: answered == link or _SURPLUS not in page.url, f"Python answers {link}")
    wait_for_frames(page)
    wait_for_run(page)


def is_site(page: Page) -> bool:
    """Return whether a page is of a published site, which asks no server, once one is there."""
    page.locator(f".stApp, {_SITE}").first.wait_for(state="attached")
    return page.locator(_SITE).count() > 0


def wait_for_run(page: Page) -> None:
    """Wait until Python has answered, and the map shows its answer; a site answers itself."""
    wait_for_answer(page)
    wait_until_painted(page)


def wait_for_answer(page: Page) -> None:
    """Wait until Python has answered what it was asked last."""
    page.locator(f"[data-testid=stApp][data-test-script-state=notRunning], {_SITE}").wait_for()


def show_scheme(page: Page, scheme: Scheme) -> None:
    """Give an open page the colours of a scheme, as a change in the reader's settings does."""
    page.emulate_media(color_scheme=scheme)
    if not is_site(page):
        expect(page.locator(".stApp")).to_have_css("color-scheme", scheme)
    wait_for_frames(page)
    wait_for_answer(page)


def wait_until_painted(page: Page) -> None:
    """Wait until the last paint had all layers of the events."""
    wait_until(page, lambda: describe(page).get("eventsArePainted"), "the events are painted")


def wait_for_base(page: Page) -> None:
    """Wait until all of the base map is drawn."""
    wait_until(page, lambda: describe(page)["base"]["isWhole"], "the base map is whole")


def describe(page: Page) -> Description:
    """Return what the map shows now."""
    return cast(Description, page.evaluate("map.describe()"))


def window_of(page: Page) -> list[int]:
    """Return the window that the map shows now, ms."""
    return describe(page)["window"]


def show_window(page: Page, window: Sequence[object]) -> None:
    """Show a window, ms, as during a drag: nothing is reported."""
    page.evaluate("window => map.showWindow(window)", list(window))


@contextmanager
def keeping_window(page: Page) -> Iterator[None]:
    """Show what was shown again in the end; what nobody reports stays on a page that stays open."""
    window = window_of(page)
    try:
        yield
    finally:
        show_window(page, window)


def wait_for_zoom(page: Page, zoom: float) -> None:
    """Wait until a flight has come to its end."""
    wait_until(page, lambda: abs(describe(page)["camera"][2] - zoom) < 1e-3, f"zoom {zoom}")


def wait_for_frames(page: Page, count: int = 2) -> None:
    """Wait until the page has painted so many frames."""
    page.evaluate(
        """async count => {
          while (count--) await new Promise(resolve => requestAnimationFrame(resolve));
        }""",
        count,
    )


def read_resource(page: Page, ending: str) -> object:
    """Return the JSON that the page has fetched last from an address of this ending."""
    return page.evaluate(_READ, ending)


def read_layer_names(page: Page) -> list[str]:
    """Return the names of the layers that the page was given, from the lowest up."""
    if is_site(page):
        layers = page.evaluate("Object.values(SITE.looks.light)[0].layers")
    else:
        layers = cast(dict[str, list[Row]], read_resource(page, "layers.json"))["layers"]
    return [str(layer["id"]) for layer in layers]


def query_of(page: Page) -> dict[str, list[str]]:
    """Return what the address of a page asks for."""
    return parse_qs(urlsplit(page.url).query)


def read_rows(page: Page, name: str = "events.json") -> list[Row]:
    """Return the rows of the events as the page has fetched them, also where they are columns."""
    content = read_resource(page, name)
    return decode_rows(content) if isinstance(content, dict) else cast(list[Row], content)


def find_row(page: Page, name: str) -> Row:
    """Return the row of an event of the app."""
    return next(row for row in read_rows(page) if row["id"] == name)


def locate(page: Page, longitude: object, latitude: object) -> Point:
    """Return where the canvas of the events shows a place, in pixels of the window."""
    x, y = page.evaluate("place => map.locate(place).events", [longitude, latitude])
    return x, y


def count_pixels(page: Page | FrameLocator, colour: Colour) -> int:
    """Count the pixels of the map that have a colour."""
    difference = np.abs(_pixels(page.locator(".map-box")) - np.array(colour))
    return int((difference.max(axis=2) < 12).sum())


def count_reds(page: Page) -> int:
    """Count the pixels of the map that are some strong red."""
    red, green, blue = np.moveaxis(_pixels(page.locator(".map-box")), 2, 0)
    return int(((red > 150) & (green < 90) & (blue < 90)).sum())


def count_colours(page: Page) -> int:
    """Count the colours on the map."""
    return len(np.unique(_pixels(page.locator(".map-box")).reshape(-1, 3), axis=0))


def colour_at(page: Page, x: float, y: float) -> tuple[int, ...]:
    """Return the colour of one pixel of the window."""
    clip = {"x": round(x), "y": round(y), "width": 1, "height": 1}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")  # type: ignore[arg-type]
    return tuple(np.asarray(picture)[0, 0].tolist())


def _pixels(element: Locator) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    picture = Image.open(io.BytesIO(element.screenshot())).convert("RGB")
    return np.asarray(picture).astype(np.int16)


def find_barriers(page: Page, inside: list[str]) -> list[tuple[str, str, str]]:
    """Return what axe finds in some parts of a page: how bad, by which rule, and where."""
    # Its code is put into the page, which the policy of a site forbids: it comes from aside.
    page.context.new_cdp_session(page).send("Page.setBypassCSP", {"enabled": True})
    found = Axe().run(page, context={"include": [[each] for each in inside]})
    return [
        (one["impact"], one["id"], one["nodes"][0]["html"][:120])
        for one in found.response["violations"]
    ]


def drag(page: Page, start: Point, to: Point, drop: bool = True) -> None:
    """Drag from a point to another, in ten moves; hold on where `drop` is false."""
    page.mouse.move(*start)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(*(a + (b - a) * step / 10 for a, b in zip(start, to, strict=True)))
    if drop:
        page.mouse.up()


def find_handle(page: Page, side: str) -> Point:
    """Return the middle of the handle at a side of the window, "from" or "to"."""
    grip = page.locator(f".time-bar .handle.{side} .grip")
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def count_messages(page: Page) -> None:
    """Count every message to the server from now on, and every request of a site."""
    page.evaluate(
        """() => {
          globalThis.sent = 0;
          globalThis.fetched = performance.getEntriesByType('resource').length;
          globalThis.send ??= WebSocket.prototype.send;
          WebSocket.prototype.send = function (message) { sent += 1; send.call(this, message); };
        }"""
    )


def sent(page: Page) -> int:
    """Return how many messages were sent since `count_messages`."""
    fetched = "performance.getEntriesByType('resource').length - fetched"
    return int(page.evaluate(f"sent + (globalThis.SITE ? {fetched} : 0)"))

"""The marks that a graphics card paints are those of the table that every renderer draws from."""

import io
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.marks import HALO, MARKS
from tests.browser.harness.scenes import COLOURS
from tests.browser.harness_page import StartMap
from tests.browser.map_page import locate, read_rows, wait_until_painted

pytestmark = pytest.mark.browser

SIDE = 24
# The SVG paths of a mark, painted by the browser's own two-dimensional canvas.
PAINT = """([side, x, y, paths]) => {
  const canvas = Object.assign(document.createElement('canvas'), {width: side, height: side});
  const context = canvas.getContext('2d');
  context.translate(x - 8, y - 8);
  for (const [path, colour] of paths) {
    context.fillStyle = `rgb(${colour})`;
    context.fill(new Path2D(path));
  }
  return [...context.getImageData(0, 0, side, side).data];
}"""


def photograph(page: Page, left: int, top: int) -> NDArray[np.int_]:
    """Return the pixels of a square of the page."""
    clip = {"x": left, "y": top, "width": SIDE, "height": SIDE}
    png = page.screenshot(clip=clip)  # type: ignore[arg-type]
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def paint(page: Page, verification: str, x: float, y: float) -> NDArray[np.int_]:
    """Return red, green, blue and opacity of a mark whose middle is x, y."""
    paths = [(HALO, LIGHT.halo), (MARKS[verification].path, COLOURS["one"])]
    pixels = cast(list[int], page.evaluate(PAINT, [SIDE, x, y, paths]))
    return np.array(pixels).reshape(SIDE, SIDE, 4)


def test_the_map_paints_the_paths_of_the_table(start_map: StartMap) -> None:
    page = start_map(width=1100, scene="marks", list="no")
    wait_until_painted(page)
    rows = read_rows(page, "rows.json")
    assert [row["id"] for row in rows] == [*MARKS]

    photographs: dict[str, NDArray[np.int_]] = {}
    for row in rows:
        word = str(row["verification"])
        x, y = locate(page, row["lon"], row["lat"])
        left, top = int(x) - SIDE // 2, int(y) - SIDE // 2
        painted = photographs[MARKS[word].path] = photograph(page, left, top)
        wanted = paint(page, word, x - left, y - top)
        inside = wanted[..., 3] == 255
        difference = abs(painted - wanted[..., :3]).max(axis=2)[inside]
        assert difference.mean() < 40, word
        # Edges are smoothed otherwise; no part of a mark is missing or elsewhere.
        assert (difference > 120).mean() < 0.03, word
    # The marks that differ in the table differ as much on the map.
    pictures = [*photographs.values()]
    for place, one in enumerate(pictures):
        for other in pictures[place + 1 :]:
            assert (abs(one - other).max(axis=2) > 120).sum() > 10

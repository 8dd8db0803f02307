"""Take the pictures of the README from the app as it is: `make pictures`."""

import io
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.map_page import open_map, wait_for_base
from tests.browser.opening import opening
from tests.browser.running_app import running

_FOLDER = Path(__file__).parent
_NIGHT = "?from=2023-05-02T21:00&to=2023-05-03T06:00&event=kremlin-2023-05-03-drone-1"
# More colours than this make a file larger, and none shows.
_COLOURS = 256


class Shot(NamedTuple):
    """A picture to take: its file, the link it shows, and the theme."""

    file: str
    link: str
    theme: Literal["light", "dark"]


SHOTS = (Shot("map-light.png", "", "light"), Shot("night-dark.png", _NIGHT, "dark"))


def take_pictures() -> None:
    """Write each picture beside this file."""
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with opening(browser) as open_page:
            for shot in SHOTS:
                page = open_map(open_page, f"{address}/{shot.link}", color_scheme=shot.theme)
                wait_for_base(page)
                _write(_FOLDER / shot.file, page.screenshot(animations="disabled"))
        browser.close()


def _write(path: Path, picture: bytes) -> None:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    take_pictures()

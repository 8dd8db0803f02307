"""The browser of the tests and of the bench: which one, how it is started, how long it may take."""

import os
import shutil

from playwright.sync_api import Browser, BrowserType

_NAMES = ("chromium", "chromium-browser", "chromium-headless-shell")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
# The same engine without windows and menus opens a page with two thirds of the processor's time.
_WITHOUT_WINDOWS = shutil.which("chromium-headless-shell") or CHROMIUM
# None of the browser's own calls home: the machine may have no network.
# A GPU in software is for the maps alone: it takes twice the time to put together the rest of a
# page.
_QUIET = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--use-gl=angle",
    "--disable-gpu-compositing",
]
# The bench keeps to the GPU that every Chromium brings, so that its figures can be compared.
ARGUMENTS = [*_QUIET, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
# Mesa's paints the many short lines of a base map in a fifth of the time.
_MESA = [*_QUIET, "--use-angle=gles-egl", "--ignore-gpu-blocklist"]
_MESA_IN_SOFTWARE = {"EGL_PLATFORM": "surfaceless", "LIBGL_ALWAYS_SOFTWARE": "1"}
# A busy machine may be slow: what is expected must come, not come at once. Only a failure waits.
PATIENCE_S = 120
PATIENCE_MS = PATIENCE_S * 1000


def start_chromium(chromium: BrowserType, *more: str) -> Browser:
    """Start Chromium for tests, with Mesa's GPU in software where the machine has it.

    Parameters
    ----------
    chromium : BrowserType
    *more : str
        Arguments of the command line.
    """
    browser = chromium.launch(
        executable_path=_WITHOUT_WINDOWS,
        args=[*_MESA, *more],
        env={**os.environ, **_MESA_IN_SOFTWARE},
        timeout=PATIENCE_MS,
    )
    if _draws_maps(browser):
        return browser
    browser.close()
    return chromium.launch(
        executable_path=_WITHOUT_WINDOWS, args=[*ARGUMENTS, *more], timeout=PATIENCE_MS
    )


def _draws_maps(browser: Browser) -> bool:
    page = browser.new_page()
    draws = page.evaluate("!!document.createElement('canvas').getContext('webgl2')")
    page.close()
    return bool(draws)

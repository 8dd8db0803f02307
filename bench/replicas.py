"""Two replicas behind nginx, and a reader whose replica dies.

`python -m bench.replicas` needs nginx (`apt-get install nginx-light`). It runs two processes of the
app and nginx with deploy/nginx.conf itself, in which only addresses, ports and folders are changed;
opens a link in Chromium; kills the replica that serves it; and says what the reader sees then.
"""

import re
import shutil
import sys
import time
from collections.abc import Iterator
from urllib.request import Request, urlopen

from playwright.sync_api import Page, Response, expect, sync_playwright

from bench.balancer import balanced
from bench.server import ROOT, Server, served
from tests.browser.chromium import ARGUMENTS, CHROMIUM

EVENTS = ROOT / "data" / "events.geojson"
LINK = "?group=kremlin&zone=utc&view=37.6,55.7,8"
_WITHIN_S = 60


def main() -> int:
    """Print what was seen; return 1 if anything was not as promised."""
    if shutil.which("nginx") is None:
        print("nginx is not installed: nothing was checked")
        return 1
    problems = 0
    for what, holds in observations():
        print(f"{what:<72} {'yes' if holds else 'NO'}", flush=True)
        problems += not holds
    return min(problems, 1)


def observations() -> Iterator[tuple[str, bool]]:
    """Yield what should hold, and whether it does."""
    with (
        served("app.py", EVENTS) as one,
        served("app.py", EVENTS) as other,
        balanced([one.port, other.port]) as port,
        sync_playwright() as playwright,
    ):
        heads = [replica.wait_until_drawn(_WITHIN_S) for replica in (one, other)]
        yield "both replicas give all resources the same addresses", heads[0] == heads[1]
        address = f"http://localhost:{port}/"
        cookie = urlopen(address).headers["set-cookie"]
        yield "a reader without a cookie gets one", cookie.startswith("replica=")
        kept = [urlopen(Request(address, headers={"cookie": "replica=x"})) for _ in range(2)]
        yield "a reader with one keeps it", not any(a.headers["set-cookie"] for a in kept)

        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        failed: list[str] = []

        def note_failure(answer: Response) -> None:
            if answer.status >= 400:
                failed.append(answer.url)

        page.on("response", note_failure)
        page.goto(address + LINK)
        before = _seen(page)
        serving = _serving(one, other)
        yield "one of the two serves the reader", serving is not None
        if serving is None:
            return
        alive = other if serving is one else one
        probed = {name for name in failed if "/_stcore/" not in name}
        yield "all that the page asked for was there", not probed
        failed.clear()
        serving.kill()
        start = time.monotonic()
        while alive.sessions() == 0 and time.monotonic() - start < _WITHIN_S:
            page.wait_for_timeout(100)
        yield (
            f"the other has the reader by itself, after {time.monotonic() - start:.1f} s",
            alive.sessions() > 0,
        )
        page.wait_for_timeout(3000)
        yield "and shows the same view, with no reload", _seen(page) == before
        page.get_by_role("slider", name="First moment shown").focus()
        page.keyboard.press("PageUp")
        expect(page).to_have_url(re.compile("from="), timeout=_WITHIN_S * 1000)
        yield "a move of the reader is answered", "from=" in page.url
        page.goto(address + LINK)
        yield "the link opens the same view", _seen(page) == before
        yield "nothing was missing", not [url for url in failed if "/api/" in url]
        browser.close()


def _seen(page: Page) -> tuple[str, str]:
    """Return the address and the sentence that says how much is shown."""
    expect(page.locator(".canvas.top canvas")).to_be_visible(timeout=_WITHIN_S * 1000)
    page.wait_for_timeout(2000)
    return page.url.partition("?")[2], page.locator("p.count").inner_text()


def _serving(*replicas: Server) -> Server | None:
    return next((replica for replica in replicas if replica.sessions()), None)


if __name__ == "__main__":
    sys.exit(main())

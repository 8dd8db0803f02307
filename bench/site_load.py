"""How many requests of mixed pages nginx answers, by ab of Debian's apache2-utils.

The client shares the processors with the server: the figure is the least that nginx does.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from bench.figures import Figure

_CONNECTIONS = 32
_REQUESTS = 4_000
_PAGES = 8


def load_figures(address: str, site: Path) -> Iterator[Figure]:
    """Yield requests a second and the 95th percentile of pages, each asked for many times.

    Parameters
    ----------
    address : str
        Where the site is served.
    site : Path
        Its folder, of which pages are taken by chance.
    """
    if (ab := shutil.which("ab")) is None:
        missing = "requests a second: found no ab, wanted it; install apache2-utils"
        print(missing, file=sys.stderr)
        return
    pages = sorted(path.relative_to(site) for path in site.rglob("index.html"))
    chosen = Random(17).sample(pages, _PAGES)
    answers = [_ask(ab, f"{address}{path.parent.as_posix()}/") for path in chosen]
    yield "mixed pages, requests a second", median(rate for rate, _ in answers), "/s"
    yield "mixed pages, requests a second, lowest", min(rate for rate, _ in answers), "/s"
    yield "mixed pages, p95, highest", max(p95 for _, p95 in answers), "ms"


def _ask(ab: str, address: str) -> tuple[float, float]:
    options = ["-k", "-q", "-n", str(_REQUESTS), "-c", str(_CONNECTIONS)]
    command = [ab, *options, "-H", "Accept-Encoding: gzip", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate = re.search(r"Requests per second: +([\d.]+)", said)
    p95 = re.search(r"95% +(\d+)", said)
    wrong = re.search(r"Non-2xx responses: +(\d+)", said)
    if rate is None or p95 is None or wrong:
        raise RuntimeError(f"{address}: found answers that are none, wanted pages")
    return float(rate[1]), float(p95[1])

"""What it takes to build a site of 137 and of 10,000 events, and again after one change.

`python -m bench.site_build` prints one figure a line. No pictures of single places are drawn.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.events import event_file
from bench.figures import Figure, print_figures
from bench.server import ROOT

MANY = 10_000


def publish(story: Path, site: Path) -> float:
    """Write the site of a story without pictures of its places; return the seconds."""
    options = ["--story", str(story), "--base-url", "https://news.example/story/"]
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "geo", "publish", *options, "--no-pictures", "--out", str(site)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def build_figures(folder: Path, many: int = MANY) -> Iterator[Figure]:
    """Yield the time of a first build and of the next one, of the shipped story and of a large one.

    Parameters
    ----------
    folder : Path
        For the sites.
    many : int
        Events of the large one.
    """
    yield "build, 137 events", publish(ROOT / "data", folder / "small"), "s"
    yield "the same again", publish(ROOT / "data", folder / "small"), "s"
    story = folder / "story"
    story.mkdir()
    write_story(story, "The first title", many)
    yield f"build, {many:,} events", publish(story, folder / "large"), "s"
    write_story(story, "Another title", many)
    yield "the same with one event changed", publish(story, folder / "large"), "s"


def write_story(folder: Path, title: str, many: int) -> None:
    """Write a story of many published events, one of which has a given title."""
    made = json.loads(event_file(many))
    for feature in made["features"]:
        feature["properties"]["workflow"] = "published"
    made["features"][7]["properties"]["title"] = title
    (folder / "events.geojson").write_text(json.dumps(made))
    (folder / "story.json").write_text(json.dumps({"title": "Many events"}))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print_figures(build_figures(Path(place)))

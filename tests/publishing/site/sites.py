"""Sites of small stories for tests, and what a reader of their files finds in them."""

import base64
import json
import re
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from geo.drawing.picture.paper import Picture
from geo.publishing.site.build import build_site
from geo.publishing.site.plan.plan import Plan, plan_site
from geo.story.current import StoryFiles, open_current
from geo.story.view import View
from tests.event_texts import record
from tests.story_folders import point, write_story

BASE = "https://news.example/bridges/"
APP = "https://app.example"
# A picture of one pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def write_example(folder: Path) -> Path:
    """Write a story of three published events and a draft, with a correction and two versions."""
    write_story(
        folder,
        record("bridge", title="Blast at <b>the bridge</b> & more", geometry=point(0.5, 0.5)),
        record("port", title="Fire in the port", verification="disputed", geometry=point(2, 0.5)),
        record(
            "tower",
            title="Tower hit",
            verification="verified",
            verified_aspects=["place", "time", "content"],
            geometry=point(3, 0.5),
        ),
        record("secret", title="Nobody may know", workflow="draft"),
    )
    correction = {"date": "2023-06-02", "event": "port", "field": "place", "was": "a"}
    lines = [correction | {"is": ["b", "c"], "why": "the quay was <named> wrongly"}]
    lines.append(
        {"date": "2023-06-03", "event": "secret", "field": "place", "why": "Nobody may know"}
    )
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "corrections.jsonl").write_text(text, encoding="utf-8")
    # Of the names on its map.
    story = json.loads((folder / "story.json").read_text("utf-8"))
    (folder / "story.json").write_text(json.dumps(story | {"language": "nb"}), "utf-8")
    write_briefings(folder)
    return folder


def write_briefings(folder: Path) -> None:
    """Write a briefing of two steps, and one whose name differs only by a capital."""
    says = {"text": "The governor said that saboteurs had killed a guard.", "rests_on": ["port#c1"]}
    later = {"text": "The record names the quay.", "rests_on": ["port"]}
    first = {"id": "night", "headline": "What the <b>governor</b> says", "sentences": [says]}
    second = {"id": "day", "headline": "What came later", "sentences": [later], "later": [says]}
    steps = [first | {"view": "from=2023-05-01&to=2023-05-05&event=port"}, second]
    (folder / "briefings").mkdir(exist_ok=True)
    for name in ("port night", "Quay", "quay"):
        text = json.dumps({"title": f"The {name}", "steps": steps})
        (folder / "briefings" / f"{name}.json").write_text(text, encoding="utf-8")


def plan_example(folder: Path, base_url: str = "", app_url: str = "") -> Plan:
    """Return the plan of the example in a folder."""
    return plan_site(open_current(StoryFiles(write_example(folder))), base_url, app_url)


def build(plan: Plan) -> dict[str, bytes]:
    """Return the files of a site, with the same little picture everywhere."""
    files = build_site(plan, lambda path, _: PNG + path.encode())
    return {path: content for path, content in files if isinstance(content, bytes)}


def without_pictures(plan: Plan) -> Plan:
    """Return the plan of the same site without a picture of each event."""
    return replace(plan, draws_pictures=False)


def draw_nothing(patch: pytest.MonkeyPatch) -> None:
    """Write what a map or chart is drawn from in place of the drawing, which takes most time."""

    def write_picture(view: View, picture: Picture) -> bytes:
        shown = view.record.events[["lon", "lat", "radius_m", "verification"]].to_csv()
        return PNG + repr((view.link, picture, shown)).encode()

    def write_chart(spec: str, **_: object) -> str:
        mark = f'<g class="mark-text"><desc>{sha256(spec.encode()).hexdigest()}</desc></g>'
        return f'<svg width="9" height="9"><g class="mark-group">{mark}</g></svg>'

    patch.setattr("geo.drawing.picture.draw.draw_picture", write_picture)
    patch.setattr("vl_convert.vegalite_to_svg", write_chart)


def publish_few_charts(patch: pytest.MonkeyPatch) -> None:
    """Publish two charts, one of which is of the words of the events, and not each of the record.

    All are published for `site`; that a figure holds all that its chart is drawn from is shown for
    each in tests/publishing/figures/test_figure.py.
    """
    patch.setattr("geo.publishing.site.pages.analysis_page.FIGURE_NAMES", ("over-time", "cross"))


class Page(HTMLParser):
    """Tags of a page with their attributes, and its text."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def find(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of the tags that have the wanted ones."""
        return [has for name, has in self.tags if name == tag and wanted.items() <= has.items()]

    def meta(self, name: str) -> str:
        """Return the content of a meta tag, by its name, property or http-equiv."""
        found = [
            has["content"]
            for has in self.find("meta")
            if name in (has.get("name"), has.get("property"), has.get("http-equiv"))
        ]
        return found[0] if found else ""


def structured_of(content: bytes) -> dict[str, object]:
    """Return the JSON-LD of a page; empty if it has none."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', content.decode(), re.S)
    read: dict[str, object] = json.loads(found[1]) if found else {}
    return read


def resolve(page: str, link: str) -> str:
    """Return the path within the site that a relative link of a page leads to."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / unquote(urlsplit(link).path)).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)

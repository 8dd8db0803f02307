"""The pages of a published site: what they say, and what they leave to nobody else."""

import base64
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import html5lib

from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.publishing.site.sites import (
    BASE,
    Page,
    build,
    plan_example,
    resolve,
    without_pictures,
    write_example,
)

# Pages that name the scripts which they run, in a script of their own.
STARTED = re.compile(r"index\.html|briefing/[^/]+/index\.html")


def test_every_page_is_html_without_an_error(pages: dict[str, bytes]) -> None:
    for content in pages.values():
        html5lib.HTMLParser(strict=True).parse(content)


def test_no_id_stands_twice_on_a_page(pages: dict[str, bytes]) -> None:
    for path, content in pages.items():
        ids = [has["id"] for _, has in Page(content).tags if "id" in has]
        assert len(ids) == len(set(ids)), path


def test_every_link_within_the_site_leads_to_a_file_and_its_place(
    site: dict[str, bytes], pages: dict[str, bytes]
) -> None:
    made_last = {"manifest-sha256.txt"}
    for path, content in pages.items():
        for _, has in Page(content).tags:
            link = has.get("href", has.get("src", ""))
            if not link or urlsplit(link).scheme:
                continue
            assert not link.startswith("/"), (path, link)
            target = path if link.startswith("#") else resolve(path, link)
            assert target in site.keys() | made_last, (path, link)
            if anchor := urlsplit(link).fragment:
                assert f'id="{anchor}"'.encode() in site[target], (path, link)


def test_pages_hold_no_script_and_ask_no_other_host(pages: dict[str, bytes]) -> None:
    for path, content in pages.items():
        page = Page(content)
        policy = page.meta("Content-Security-Policy")
        assert "default-src 'none'" in policy, path
        assert "unsafe" not in policy
        assert "*" not in policy
        for tag, has in page.tags:
            # The words of the first page wait for no style sheet.
            assert tag != "style" or path == "index.html", path
            assert "style" not in has, path
            assert not any(name.startswith("on") for name in has), path
            if tag == "script" and "src" not in has:
                # What starts the explorer, and the map of a briefing.
                is_start = not has and STARTED.fullmatch(path)
                assert is_start or has == {"type": "application/ld+json"}, path
            if tag == "script" and "src" in has:
                assert path.startswith(("index.html", "briefing/", "analysis/", "claims/index"))
            if tag in ("img", "link", "source", "script") and has.get("rel") != "canonical":
                address = has.get("src", has.get("href", ""))
                assert urlsplit(address).scheme in ("", "data"), path


def test_the_policy_names_the_hash_of_the_data_in_a_page(pages: dict[str, bytes]) -> None:
    content = pages["events/port/index.html"].decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', content, re.S)
    assert data is not None
    digest = base64.b64encode(hashlib.sha256(data[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in Page(content.encode()).meta("Content-Security-Policy")


def test_the_policy_of_the_first_page_allows_its_own_style_sheet_alone(
    pages: dict[str, bytes],
) -> None:
    content = pages["index.html"].decode()
    (style,) = re.findall(r"<style>(.*?)</style>", content, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = Page(content.encode()).meta("Content-Security-Policy")
    assert f"; style-src 'sha256-{digest}';" in policy
    assert Page(content.encode()).find("link", rel="stylesheet") == []
    assert ".masthead" in style
    assert ".map-box" in style


def test_words_of_a_story_are_never_markup(site: dict[str, bytes]) -> None:
    content = site["events/bridge/index.html"]
    assert b"<b>the bridge</b>" not in content
    assert "Blast at <b>the bridge</b> & more" in Page(content).text
    assert "The quay was <named> wrongly" in Page(site["events/port/index.html"]).text


def test_what_only_the_app_can_answer_links_to_the_app(pages: dict[str, bytes]) -> None:
    links = [has["href"] for has in Page(pages["events/port/index.html"]).find("a")]
    assert "https://app.example/claims?event=port" in links


def test_without_addresses_pages_name_none(tmp_path: Path) -> None:
    site = build(plan_example(tmp_path))
    page = Page(site["events/port/index.html"])
    assert not page.find("link", rel="canonical")
    assert page.meta("og:image") == ""
    assert "(in the app)" not in page.text
    assert "sitemap.xml" not in site
    assert b"Sitemap" not in site["robots.txt"]


def test_previews_show_the_picture_of_the_place(site: dict[str, bytes]) -> None:
    address = Page(site["events/port/index.html"]).meta("og:image")
    assert address.startswith(f"{BASE}events/port/map-")
    assert b"events/port/" in site[address.removeprefix(BASE)]


def test_a_site_without_pictures_has_only_the_whole_map(spare_site: dict[str, bytes]) -> None:
    events = [path for path in spare_site if path.startswith("events/")]
    assert [path for path in events if path.endswith(".png")] == []
    page = Page(spare_site["events/port/index.html"])
    assert not page.find("img")
    assert page.meta("og:image") == f"{BASE}map.png"
    assert "map.png" in spare_site


def test_pages_say_what_the_story_says_its_record_is_made_from(
    tmp_path: Path, pages: dict[str, bytes]
) -> None:
    ours = "We report claims; we don’t endorse them. Not a census"
    framed = {path: each.decode() for path, each in pages.items() if b"<footer" in each}
    assert len(framed) > 10
    for path, text in framed.items():
        assert ours in text, path
        assert not re.search(r"[Ff]ound in [^<]*; not|made from", text), path
    folder = write_example(tmp_path)
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story |= {"basis": {"found_in": "logs", "note": "From <logs> of harbours."}}
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    site = build(without_pictures(plan_site(open_current(StoryFiles(folder)), BASE, "")))
    texts = {path: content.decode() for path, content in site.items() if path.endswith(".html")}
    for path in framed:
        assert f"From &lt;logs&gt; of harbours. {ours}" in texts[path], path
    assert "<b>Found in logs; not a census.</b>" in texts["analysis/index.html"]
    assert "It is made from <bdi>logs</bdi>. It is <b>not" in texts["method/index.html"]

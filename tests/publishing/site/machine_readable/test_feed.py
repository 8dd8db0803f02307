"""The feed of a site: one entry for each event and day, with a name that stays."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from geo.cli.main import main
from geo.publishing.site.machine_readable.feed import write_feed
from geo.publishing.site.pages.paged_lists import write_corrections_pages
from geo.publishing.site.plan.plan import plan_site
from geo.story.current import StoryFiles, open_current
from tests.event_texts import record
from tests.publishing.site.sites import BASE
from tests.story_folders import write_story

ATOM = "{http://www.w3.org/2005/Atom}"


def _text(node: ET.Element, name: str) -> str:
    found = node.findtext(f"{ATOM}{name}")
    assert found is not None, name
    return found


def _lines(entry: ET.Element) -> list[str]:
    """The items of the list that an entry holds as HTML."""
    lines: list[str] = []

    class Items(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            assert tag in ("ul", "li"), attrs
            if tag == "li":
                lines.append("")

        def handle_data(self, data: str) -> None:
            lines[-1] += data

    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    Items().feed(content.text or "")
    return lines


def _correct(event: str, day: str = "2023-06-02", why: str = "the quay was named") -> str:
    return json.dumps({"date": day, "event": event, "field": "place", "is": "b", "why": why})


def _entries(
    folder: Path,
    ids: Iterable[str],
    corrections: Iterable[str],
    base_url: str = BASE,
    title: str = "",
) -> list[ET.Element]:
    """The entries of the feed of a story with these events and corrections."""
    write_story(folder, *map(record, ids))
    (folder / "corrections.jsonl").write_text("".join(f"{line}\n" for line in corrections))
    if title:
        story = json.loads((folder / "story.json").read_text("utf-8"))
        (folder / "story.json").write_text(json.dumps(story | {"title": title}), "utf-8")
    plan = plan_site(open_current(StoryFiles(folder)), base_url)
    return ET.fromstring(write_feed(plan)).findall(f"{ATOM}entry")


def _ids(entries: Iterable[ET.Element]) -> dict[str, str]:
    """The name of each entry, by the page and the day that it is about."""
    return {
        f"{link.get('href')} {_text(entry, 'updated')}": _text(entry, "id")
        for entry in entries
        for link in entry.findall(f"{ATOM}link")
    }


def test_it_has_what_atom_wants(site: dict[str, bytes]) -> None:
    feed = ET.fromstring(site["feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The desk"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}feed.xml", "alternate": BASE}
    ids = [_text(feed, "id")]
    for entry in feed.findall(f"{ATOM}entry"):
        ids.append(_text(entry, "id"))
        assert _text(entry, "updated") <= _text(feed, "updated")
        assert _text(entry, "title")
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert len(ids) == len(set(ids))


def test_without_a_day_of_the_data_it_is_of_the_day_of_the_last_event(tmp_path: Path) -> None:
    write_story(tmp_path, record("port"), title="The port")
    feed = ET.fromstring(write_feed(plan_site(open_current(StoryFiles(tmp_path)))))
    # The night of 3 May in UTC+3 is that of 2 May in UTC.
    assert _text(feed, "updated") == "2023-05-02T00:00:00Z"


def test_it_has_corrections_and_no_fact_that_is_contested(site: dict[str, bytes]) -> None:
    (entry,) = ET.fromstring(site["feed.xml"]).findall(f"{ATOM}entry")
    assert _text(entry, "title") == "Correction: Disputed: Fire in the port"
    assert _lines(entry) == ["The place was changed. The quay was <named> wrongly"]
    assert _text(entry, "updated") == "2023-06-02T00:00:00Z"


def test_names_stay_when_an_event_goes_or_an_older_correction_comes(tmp_path: Path) -> None:
    lines = [_correct("port"), _correct("quay"), _correct("quay", "2023-06-05")]
    before = _ids(_entries(tmp_path, ["port", "quay", "tower"], lines))
    older = [_correct("tower", "2023-01-01"), *lines]
    after = _ids(_entries(tmp_path, ["quay", "tower"], older))
    both = before.keys() & after.keys()
    assert len(both) == 2
    assert {key: before[key] for key in both} == {key: after[key] for key in both}
    assert len({*before.values(), *after.values()}) == 4


def test_names_stay_when_the_story_is_renamed_and_without_an_address_when_it_moves(
    tmp_path: Path,
) -> None:
    first, renamed = (
        _ids(_entries(tmp_path, ["port"], [_correct("port")], title=title))
        for title in ("Bridges", "Bridges and ports")
    )
    assert first == renamed
    nowhere, other = (
        _ids(_entries(tmp_path, ["port"], [_correct("port")], base_url="", title=title))
        for title in ("Bridges", "Ports")
    )
    assert nowhere.keys() == other.keys()
    assert nowhere != other


def test_the_corrections_of_an_event_and_day_are_the_lines_of_one_entry(tmp_path: Path) -> None:
    lines = [_correct("port", why=f"reason {number}") for number in range(3)]
    (entry,) = _entries(tmp_path, ["port"], lines)
    assert _text(entry, "title").startswith("Corrections: ")
    assert [line.rpartition(". ")[2] for line in _lines(entry)] == [
        "Reason 0",
        "Reason 1",
        "Reason 2",
    ]


def test_more_corrections_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    lines = [_correct("port", why=f"reason {number}") for number in range(25)]
    (entry,) = _entries(tmp_path, ["port"], lines)
    assert len(_lines(entry)) == 21
    assert _lines(entry)[-1] == "And 5 more, on the page of the event."


def test_no_event_of_a_day_is_missing_for_its_place_in_the_alphabet(tmp_path: Path) -> None:
    ids = [f"event-{number:03}" for number in range(130)]
    lines = [_correct(id_, why=f"reason {number}") for id_ in ids for number in range(2)]
    older = [_correct("event-129", "2023-05-01")]
    entries = _entries(tmp_path, ids, [*older, *lines])
    pages = [key.split(" ")[0] for key in _ids(entries)]
    assert sorted(pages) == [f"{BASE}events/{id_}/" for id_ in ids]
    few = _entries(tmp_path, ids[:99] + ids[-1:], [*older, *lines[:198]])
    assert len(few) == 100
    assert _text(few[-1], "updated") == "2023-05-01T00:00:00Z"


def test_it_distinguishes_new_changed_and_reworded_events(tmp_path: Path) -> None:
    for day, changes in (
        ("2023-06-01", {"summary": "A blast was reported."}),
        ("2023-06-05", {"summary": "The same, said in other words."}),
        ("2023-06-09", {"summary": "The same, said again.", "verification": "disputed"}),
    ):
        events = [record("port", **changes)]
        if day == "2023-06-09":
            events.append(record("quay"))
        write_story(tmp_path / "story", *events, as_of=day)
        assert main(["version", "--story", str(tmp_path / "story")]) == 0
    corrections = tmp_path / "story" / "corrections.jsonl"
    corrections.write_text(f"{_correct('quay', '2023-06-09')}\n")
    plan = plan_site(open_current(StoryFiles(tmp_path / "story")))
    feed = ET.fromstring(write_feed(plan))
    said = [
        (_text(entry, "title").partition(":")[0], _lines(entry))
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert said == [
        ("New", ["New in the record.", "The place was added: b. The quay was named"]),
        ("Changed", ["Changed: what happened, verification."]),
        ("Reworded", ["Only the wording has changed, in: what happened."]),
    ]


def test_a_second_change_of_one_day_makes_its_entry_later_and_keeps_its_name(
    tmp_path: Path,
) -> None:
    seen = []
    for killed in (0, 3, 30, 31):
        words = {"low": killed, "best": None, "high": None, "claim": "c1"}
        write_story(tmp_path, record("port", killed=words), as_of="2023-06-01")
        assert main(["version", "--story", str(tmp_path)]) == 0
        feed = ET.fromstring(write_feed(plan_site(open_current(StoryFiles(tmp_path)), BASE)))
        entries = feed.findall(f"{ATOM}entry")
        seen.append([(_text(feed, "updated"), _text(one, "id"), _lines(one)) for one in entries])
    first, (second,), (third,), (fourth,) = seen
    assert first == []
    assert [second[0], third[0], fourth[0]] == [
        f"2023-06-01T00:00:0{second}Z" for second in range(3)
    ]
    assert second[1] == third[1] == fourth[1]
    changed, again = "Changed: casualties.", "Changed again: casualties."
    assert [second[2], third[2], fourth[2]] == [
        [changed],
        [changed, again],
        [changed, again, again],
    ]


def test_a_second_correction_of_one_day_makes_its_entry_later(tmp_path: Path) -> None:
    lines = [_correct("port"), _correct("port", why="the other quay")]
    (before,), (after,) = (_entries(tmp_path, ["port"], lines[:count]) for count in (1, 2))
    assert _text(before, "id") == _text(after, "id")
    assert _text(before, "updated") == "2023-06-02T00:00:00Z"
    assert _text(after, "updated") == "2023-06-02T00:00:01Z"


def test_a_withdrawn_event_is_named_with_its_corrections_and_a_draft_never(tmp_path: Path) -> None:
    """Of four events one is withdrawn, one deleted, one a draft again, one was never published."""

    def write(day: str, **states: str) -> None:
        events = [
            record(id_, workflow=state, title=f"Title {id_}") for id_, state in states.items()
        ]
        write_story(tmp_path, *events, as_of=day)

    stays, gone = {"port": "published"}, "withdrawn"
    write("2023-06-01", **stays, tower="published", quay="published", mill="published")
    assert main(["version", "--story", str(tmp_path)]) == 0
    write("2023-06-05", **stays, tower=gone, mill="draft", secret=gone, plot="in_review")
    assert main(["version", "--story", str(tmp_path)]) == 0
    removed = {"date": "2023-06-05", "field": "record", "was": "x", "why": "it was another fire"}
    lines = [json.dumps({"event": id_, **removed}) for id_ in ("tower", "mill", "secret", "plot")]
    (tmp_path / "corrections.jsonl").write_text("\n".join([*lines, ""]))
    plan = plan_site(open_current(StoryFiles(tmp_path)), BASE)
    entries = ET.fromstring(write_feed(plan)).findall(f"{ATOM}entry")
    gone_line = "No longer in the record, or under another name: see the page of corrections."
    why = "This event was removed from the record. It was another fire"
    assert {_text(one, "title"): _lines(one) for one in entries} == {
        "Withdrawn: tower": [gone_line, why],
        "Withdrawn: quay": [gone_line],
    }
    assert all(f"{BASE}corrections/ " in key for key in _ids(entries))
    [(_, content)] = write_corrections_pages(plan)
    assert isinstance(content, bytes)
    page = content.decode()
    assert "1 correction has been made" in page
    assert "tower</bdi>: 5 June 2023" in page
    assert "An event that is no longer in the record: tower" in page
    for secret in ("mill", "secret", "plot", "Title"):
        assert secret not in page
        assert secret not in str(plan.corrections)

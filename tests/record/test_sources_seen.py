"""How the sources were seen, as data/method.md counts them."""

import re

from tests.shipped_record import CORRECTIONS, DATA, EVENTS

METHOD = (DATA / "method.md").read_text(encoding="utf-8")
SOURCES = [(id_, source) for id_, event in EVENTS.items() for source in event["sources"]]
# Event and id of the pages that nobody found again.
NOT_FOUND = {
    ("moscow-drones-2023-05-30", "s8"),
    ("bogorodsky-quadcopters-2023-04-24", "s2"),
    ("millerovo-airbase-2022-02-25", "s3"),
    ("krasny-oktyabr-ammo-2022-03-29", "s3"),
}


def test_the_method_counts_how_the_sources_were_seen() -> None:
    stated = [int(number) for number in re.findall(r"^\| .+ \| (\d+) \|$", METHOD, re.MULTILINE)]
    added = {
        (one["event"], one["is"]["id"])
        for one in CORRECTIONS
        if one["field"] == "sources.+" and isinstance(one["is"], dict)
    }
    keys = {(id_, source["id"]) for id_, source in SOURCES}
    nowhere = {(id_, source["id"]) for id_, source in SOURCES if source["url"] is None}
    again = (added & keys) - nowhere - NOT_FOUND
    once = keys - again - nowhere - NOT_FOUND
    assert stated == [len(again), len(once), len(nowhere), len(NOT_FOUND)]
    assert sum(stated) == len(SOURCES)


def test_the_pages_that_were_not_found_again_are_named() -> None:
    publishers = {
        source["publisher"] for id_, source in SOURCES if (id_, source["id"]) in NOT_FOUND
    }
    assert len(NOT_FOUND) == 4
    for publisher in publishers:
        assert publisher.split(" ")[0] in METHOD, publisher


def test_no_host_ends_in_a_dot_and_no_usual_port_is_named() -> None:
    addresses = [source["url"] for _, source in SOURCES if source["url"]]
    assert [one for one in addresses if re.match(r"https?://[^/]*(\.|:443|:80)/", one)] == []


def test_one_page_has_one_publisher_and_one_title() -> None:
    seen: dict[str, tuple[str, object]] = {}
    for id_, source in SOURCES:
        if source["url"]:
            address = re.sub(r"^https?://(www\.)?", "", source["url"]).split("?")[0]
            names = (source["publisher"], source["title"])
            assert seen.setdefault(address, names) == names, (id_, source["id"])

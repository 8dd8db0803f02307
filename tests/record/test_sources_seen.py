"""How the sources were seen, as data/method.md counts them."""

import csv
import re

from tests.shipped_record import CORRECTIONS, DATA, EVENTS

METHOD = (DATA / "method.md").read_text(encoding="utf-8")
SOURCES = [(id_, source) for id_, event in EVENTS.items() for source in event["sources"]]
with (DATA / "pages_compared.csv").open(encoding="utf-8", newline="") as file:
    PAGES = {row["url"]: row for row in csv.DictReader(file)}
# Pages that nobody found at two readings.
LOST = {
    "https://tass.com/emergencies/1609419",
    "https://www.sankei.com/article/20230530-5RS6LEZLPFKUNIRSW2LWC2RTCA/",
}


def test_every_address_was_looked_for_and_none_twice() -> None:
    assert set(PAGES) == {source["url"] for _, source in SOURCES if source["url"]}
    for page in PAGES.values():
        assert page["found"] == "yes" or page["headline_shown"] == page["day_shown"] == "no"


def test_the_method_counts_how_the_sources_were_seen() -> None:
    stated = [int(number) for number in re.findall(r"^\| .+ \| (\d+) \|$", METHOD, re.MULTILINE)]
    found = {url for url, page in PAGES.items() if page["found"] == "yes"}
    urls = [source["url"] for _, source in SOURCES]
    compared = sum(url in found for url in urls)
    lost = sum(url in LOST for url in urls)
    nowhere = urls.count(None)
    assert stated == [compared, len(urls) - compared - nowhere - lost, nowhere, lost]


def test_the_method_counts_the_pages_that_were_compared() -> None:
    found, headlines, days = (
        sum(page[column] == "yes" for page in PAGES.values())
        for column in ("found", "headline_shown", "day_shown")
    )
    assert f"Of {len(PAGES)} addresses {found} were found" in METHOD
    assert f"{headlines} excerpts show the headline, {days} the day" in METHOD


def test_the_method_counts_what_the_comparison_added() -> None:
    added = [one for one in CORRECTIONS if one["why"] == "As the stored page shows it."]
    titles = sum(one["field"].endswith(".title") for one in added)
    assert f"{titles} missing titles" in METHOD
    assert all(one["was"] is None for one in added)


def test_the_pages_that_were_not_found_again_are_named() -> None:
    publishers = {source["publisher"] for _, source in SOURCES if source["url"] in LOST}
    assert len(publishers) == 2
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

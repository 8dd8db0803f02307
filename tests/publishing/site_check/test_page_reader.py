"""What a page holds that a check looks at."""

from collections import Counter

import pytest

from geo.publishing.site_check.page_reader import ReadPage, read_page


@pytest.mark.parametrize(
    ("html", "links", "loads"),
    [
        ('<a href="a/">A</a><area href="b">', ["a/", "b"], []),
        ("<a>A</a><img>", [], []),
        ('<img src="a.png" srcset="b.png 2x, c.png 3x">', [], ["a.png", "b.png", "c.png"]),
        ('<link rel="stylesheet" href="a.css">', [], ["a.css"]),
        ('<link rel="alternate license" href="a.xml"><link href="b">', ["a.xml"], ["b"]),
        ('<video src="a" poster="b"></video><object data="c">', [], ["a", "b", "c"]),
        ('<a href="&amp;x=1">', ["&x=1"], []),
        ("<!-- <a href='a'> --><p title='<img src=a>'>", [], []),
    ],
)
def test_links_and_loaded_files_are_distinguished(
    html: str, links: list[str], loads: list[str]
) -> None:
    page = read_page(html)
    assert (page.links, page.loads) == (links, loads)


def test_each_id_is_counted() -> None:
    assert read_page('<p id="a"><i id="b"><b id="a"><u id="">').ids == Counter(a=2, b=1)


@pytest.mark.parametrize(
    ("html", "has_scripts"),
    [
        ("<script>go()</script>", True),
        ('<script type="application/json">{}</script>', True),
        ('<script type="application/ld+json">{}</script>', False),
        ("<p>script</p>", False),
    ],
)
def test_data_for_search_engines_are_not_a_script(html: str, has_scripts: bool) -> None:
    assert read_page(html).has_scripts is has_scripts


def test_broken_html_is_read_as_far_as_possible() -> None:
    assert read_page("<a href='a'><p <b <a href='b").links == ["a"]
    assert read_page("") == ReadPage()

"""Each briefing as one file."""

from tests.publishing.site.sites import Page, resolve

SAID = "The governor said that saboteurs had killed a guard."


def test_the_downloads_offer_each_briefing_as_one_file(site: dict[str, bytes]) -> None:
    links = [has["href"] for has in Page(site["downloads/index.html"]).find("a", download="")]
    files = [resolve("downloads/index.html", link) for link in links if link.endswith(".html")]
    assert len(files) == 3
    for path in files:
        assert SAID in site[path].decode()

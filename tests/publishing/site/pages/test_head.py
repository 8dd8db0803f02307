"""What the pages of a site say of themselves to those they are shared with."""

from tests.publishing.site.sites import Page

START, LOST = "index.html", "404.html"


def test_all_pages_that_show_the_whole_map_describe_it_alike(pages: dict[str, bytes]) -> None:
    shared = [Page(content) for path, content in pages.items() if path.count("/") < 2]
    of_map = Page(pages[START]).meta("og:image")
    said = [page.meta("og:image:alt") for page in shared if page.meta("og:image") == of_map]
    assert len(said) >= 7
    assert set(said) == {"Map of the 3 events of the record"}


def test_each_title_but_the_first_names_the_page_and_the_story(pages: dict[str, bytes]) -> None:
    story = Page(pages[START]).meta("og:title")
    for path, content in pages.items():
        title = Page(content).meta("og:title")
        assert path in (START, LOST) or title.endswith(f" · {story}"), path

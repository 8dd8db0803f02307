"""What a page holds that a check looks at: its links, what it loads, its ids, its scripts."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that name what a browser loads by itself; a link is followed by a reader.
_LOADED = {
    "img": ("src",),
    "script": ("src",),
    "source": ("src",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
}
# Links that only name the page's address or another version of it are not loaded.
_NOT_LOADED = {"canonical", "alternate", "prev", "next", "license", "author"}


@dataclass
class ReadPage:
    """A page as a check sees it.

    Attributes
    ----------
    links : list of str
        Which a reader follows.
    loads : list of str
        What a browser loads by itself.
    ids : Counter of str
        How often each id occurs on it.
    has_scripts : bool
    """

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    has_scripts: bool = False


def read_page(text: str) -> ReadPage:
    """Return what a page holds; of broken HTML as much as there is."""
    reader = _Reader()
    reader.feed(text)
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ReadPage()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if has.get("id"):
            self.page.ids[has["id"]] += 1
        if tag == "script" and has.get("type") != "application/ld+json":
            self.page.has_scripts = True
        if tag in ("a", "area") and "href" in has:
            self.page.links.append(has["href"])
        if tag == "link" and "href" in has:
            is_loaded = not _NOT_LOADED & set(has.get("rel", "").split())
            (self.page.loads if is_loaded else self.page.links).append(has["href"])
        self.page.loads.extend(has[name] for name in _LOADED.get(tag, ()) if name in has)
        for candidate in has.get("srcset", "").split(","):
            self.page.loads.extend(candidate.split()[:1])

"""What can be checked of a site without a browser: links, anchors, ids, sizes, hashes, hosts."""

import gzip
import re
from collections.abc import Iterator
from hashlib import sha256

from geo.errors import quote
from geo.publishing.site.folder.manifest import UNSURE, read_manifest
from geo.publishing.site.folder.other_files import is_for_host
from geo.publishing.site.paths import MANIFEST
from geo.publishing.site_check.site_files import SiteFiles, SiteProblem, is_elsewhere

# Compressed, without pictures: more makes a reader on a phone wait.
MOST_OF_EVENT = 60_000
MOST_OF_PAGE = 900_000
_STYLE_LINK = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+["'](.*?)["']""", re.IGNORECASE)


def check_files(site: SiteFiles) -> Iterator[SiteProblem]:
    """Yield what is wrong with the files of a site, page by page."""
    for page in site.pages:
        yield from _check_page(site, page)
    for path in site.sizes:
        if path.endswith(".css"):
            yield from _check_style(site, path)
    yield from _check_manifest(site)


def _check_page(site: SiteFiles, path: str) -> Iterator[SiteProblem]:
    page = site.read(path)
    for id_, count in page.ids.items():
        if count > 1:
            yield SiteProblem(path, f"found the id {id_!r} {count} times, wanted once")
    for link in dict.fromkeys(page.links):
        if not is_elsewhere(link) and (wrong := site.judge_link(path, link)):
            yield SiteProblem(path, f"link {link!r} {wrong}")
    for address in dict.fromkeys(page.loads):
        yield from _check_load(site, path, address)
    most = MOST_OF_EVENT if re.fullmatch(r"events/.+/index\.html", path) else MOST_OF_PAGE
    size = len(gzip.compress((site.folder / path).read_bytes(), mtime=0))
    if size > most:
        yield SiteProblem(path, f"found {size:,} bytes compressed, wanted {most:,} at most")


def _check_load(site: SiteFiles, path: str, address: str) -> Iterator[SiteProblem]:
    if address.startswith(("data:", "blob:")):
        return
    if is_elsewhere(address):
        yield SiteProblem(path, f"asks another host for {quote(address, 200)}")
    elif wrong := site.judge_link(path, address):
        yield SiteProblem(path, f"{address!r}, which it loads, {wrong}")


def _check_style(site: SiteFiles, path: str) -> Iterator[SiteProblem]:
    text = (site.folder / path).read_text("utf-8", errors="replace")
    for _, named, imported in _STYLE_LINK.findall(text):
        address = named or imported
        if not address.startswith("#"):
            yield from _check_load(site, path, address)


def _check_manifest(site: SiteFiles) -> Iterator[SiteProblem]:
    """Yield files that are not as they were published, or that neither we nor a host wants."""
    if MANIFEST not in site.sizes:
        yield SiteProblem(MANIFEST, "found no such file, wanted the hash of each file")
        return
    try:
        hashes = read_manifest((site.folder / MANIFEST).read_bytes())
    except ValueError:
        yield SiteProblem(MANIFEST, "found a list that geo publish did not write")
        return
    for path, wanted in hashes.items():
        if path not in site.sizes:
            yield SiteProblem(path, "found no such file, which was published")
        elif wanted == UNSURE:
            yield SiteProblem(path, "found a run that broke off here; publish the site again")
        elif sha256((site.folder / path).read_bytes()).hexdigest() != wanted:
            yield SiteProblem(path, "found other content than was published")
    for path in site.sizes:
        if path not in hashes and path != MANIFEST and not is_for_host(path):
            shown = path.encode(errors="replace").decode()
            yield SiteProblem(shown, "found a file that was not published; if not yours, delete it")

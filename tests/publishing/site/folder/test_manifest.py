"""Only a list that we wrote, of files within the site, is read as one."""

import pytest

from geo.publishing.site.folder.manifest import read_manifest, write_manifest
from geo.publishing.site.paths import MANIFEST

HASHES = {"index.html": "1" * 64, "events/Brücke-2/index.html": "2" * 64, "a b.png": "3" * 64}
# What sites had before there was a mark, and no other program writes.
OURS = ("index.html", "offline.js", "explorer/explorer.js", "explorer/data.js")


def _list(*paths: str) -> bytes:
    return "".join(f"{'4' * 64}  {path}\n" for path in paths).encode()


@pytest.mark.parametrize("hashes", [{}, HASHES])
def test_a_list_is_read_as_it_was_written(hashes: dict[str, str]) -> None:
    assert read_manifest(write_manifest(hashes)) == hashes


def test_a_list_without_a_mark_is_ours_where_it_has_the_files_that_only_we_write() -> None:
    assert read_manifest(_list(*OURS)) == dict.fromkeys(OURS, "4" * 64)
    with pytest.raises(ValueError, match="another program"):
        read_manifest(_list(*OURS[1:]))
    with pytest.raises(ValueError, match="another program"):
        read_manifest(_list("data/letter.txt"))


@pytest.mark.parametrize(
    "path",
    [
        "../letters.txt",
        "events/../../letters.txt",
        "/etc/hosts",
        "C:letters.txt",
        "events\\letters.txt",
        "events//letters.txt",
        "./letters.txt",
        "events/",
        "a\0b",
        "a\r",
        MANIFEST,
        "",
    ],
)
def test_a_list_with_a_path_that_leads_elsewhere_is_not_ours(path: str) -> None:
    with pytest.raises(ValueError, match="wanted a hash and a path within the site"):
        read_manifest(write_manifest(HASHES) + _list(path))


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\n", b"\x00", b"index.html\n", b"abc  index.html\n", write_manifest(HASHES)[:-1]],
)
def test_anything_but_a_list_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"found|decode"):
        read_manifest(content)

"""What may stay of the last site."""

from pathlib import Path

from geo.publishing.site.cache.known_files import KnownFiles, read_known_files
from geo.publishing.site.folder.last_site import open_last_site
from geo.publishing.site.folder.write import write_site


def test_a_file_stays_only_with_the_bytes_that_were_written(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([("a.html", b"one"), ("b.html", b"two")], out)
    known = KnownFiles(open_last_site(out))
    known.note("inputs", "a.html", str(open_last_site(out).hashes["a.html"]))
    known.save(tmp_path)
    assert read_known_files(open_last_site(out), tmp_path).find("inputs") is not None
    (out / "a.html").write_bytes(b"six")
    assert read_known_files(open_last_site(out), tmp_path).find("inputs") is None
    assert open_last_site(out).find("missing.html") is None

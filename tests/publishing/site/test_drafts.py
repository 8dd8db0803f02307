"""What is not published is in no file of a site, also not in those that are compressed."""

import re

import pytest

from geo.publishing.export import FORMATS
from tests.publishing.export.words import read_words


@pytest.fixture(scope="module")
def texts(site: dict[str, bytes]) -> dict[str, str]:
    """All text of each file by its path, of downloads that are compressed as it was before."""
    return {
        path: read_words(content)
        if path.startswith("downloads/")
        else content.decode(errors="replace")
        for path, content in site.items()
    }


def test_what_is_published_is_found_in_every_kind_of_download(texts: dict[str, str]) -> None:
    for extension in {".html", *(one.extension for one in FORMATS.values())}:
        found = [path for path in texts if re.match(f"downloads/.*{re.escape(extension)}$", path)]
        assert any("Fire in the port" in texts[path] for path in found), extension


def test_nothing_of_a_draft_is_in_any_file(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        # The drawing library is not ours, and has words of its own.
        own = "" if path == "explorer/deck.js" else text
        if path.startswith("downloads/briefing-"):
            own = re.sub(r"<script>.*?</script>", "", text, count=1, flags=re.DOTALL)
        assert "secret" not in path
        assert "secret" not in own, path
        assert "Nobody may know" not in text, path

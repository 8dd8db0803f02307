"""The server asks no other host, at its start or afterwards, however clients ask."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from websockets.exceptions import InvalidStatus

from geo.publishing.export import FORMATS
from tests.browser.chromium import PATIENCE_S
from tests.browser.running_app import running
from tests.publishing.site.sites import write_example
from tests.web.reader import PAGES, reading

FOREIGN = (
    "https://news.example",
    "http://localhost:1",
    "http://192.0.2.7:8501",
    "null",
    "",
    "file://",
    "https://localhost.news.example",
    "http://localhost:8501@news.example",
)


LAUNCHER = str(Path(__file__).with_name("watched_server.py"))


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a line for each attempt to reach another host."""
    path = tmp_path_factory.mktemp("watched") / "attempts.txt"
    path.touch()
    return path


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small story whose pages have the same parts and widgets as those of the shipped one."""
    return str(write_example(tmp_path_factory.mktemp("watched") / "story"))


@pytest.fixture(scope="module")
def watched(notes: Path, story: str) -> Iterator[str]:
    """The app as its readers run it; any attempt to reach another host is refused and noted."""
    with running(launcher=(LAUNCHER, str(notes), "python"), STORY=story) as address:
        yield address


def _read(address: str, **headers: str) -> bytes:
    with urlopen(Request(address, headers=headers), timeout=PATIENCE_S) as response:
        content: bytes = response.read()
        return content


def test_no_page_asks_another_host(watched: str, notes: Path) -> None:
    with reading(watched, origin=watched) as reader:
        for page in (*PAGES, "map"):
            assert _read(f"{watched}/{page}")
            kinds = {message.WhichOneof("type") for message in reader.run(page)}
            assert "delta" in kinds
    assert notes.read_text() == ""


def test_no_picture_or_file_asks_another_host(watched: str, notes: Path) -> None:
    assert _read(f"{watched}/api/card.png").startswith(b"\x89PNG")
    for kind in FORMATS:
        assert _read(f"{watched}/api/export/{kind}")
    assert notes.read_text() == ""


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_page_of_another_site_gets_no_websocket(watched: str, notes: Path, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused, reading(watched, origin=origin):
        pass
    assert refused.value.response.status_code == 403
    # Other routes of Streamlit read the origin as well.
    assert _read(f"{watched}/_stcore/health", Origin=origin)
    assert notes.read_text() == ""


@pytest.mark.parametrize("program", [("python",), ("streamlit", "run")])
def test_an_app_open_to_all_machines_asks_no_other_host(
    tmp_path: Path, program: Sequence[str]
) -> None:
    notes = tmp_path / "attempts.txt"
    with running(
        launcher=(LAUNCHER, str(notes), *program),
        ADDRESS="0.0.0.0",
        STREAMLIT_SERVER_ADDRESS="0.0.0.0",
    ) as address:
        assert _read(address)
    assert not notes.exists()

"""What deploy/ names is there, and its parts name each other."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from configparser import ConfigParser
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from bench.balancer import balanced
from tests.browser.chromium import PATIENCE_S

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
IMAGE = (DEPLOY / "Containerfile").read_text()
COMPOSE = (DEPLOY / "compose.yaml").read_text()
BALANCER = (DEPLOY / "nginx.conf").read_text()


def test_the_image_takes_what_is_there_and_all_that_is_imported() -> None:
    copied = {source.rstrip("/") for source in re.findall(r"^COPY (\S+)", IMAGE, re.MULTILINE)}
    assert all((ROOT / source).exists() for source in copied)
    floors = {"app.py", "pages", "ui", "web", "geo", "data"}
    assert copied == floors | {".streamlit", "requirements.txt"}


def test_what_is_sent_to_a_builder_is_what_the_image_takes() -> None:
    lines = (DEPLOY / "Containerfile.dockerignore").read_text().split()
    sent = {line[1:] for line in lines if line.startswith("!")}
    assert sent == {source.rstrip("/") for source in re.findall(r"\nCOPY (\S+)", IMAGE)}


def test_the_image_does_not_run_as_root_and_says_whether_it_lives() -> None:
    assert re.search(r"^USER (?!root)", IMAGE, re.MULTILINE)
    assert "HEALTHCHECK" in IMAGE
    assert "/_stcore/health" in IMAGE


def test_the_balancer_asks_the_replicas_that_are_started() -> None:
    asked = re.findall(r"^\s+server ([\w-]+):8501", BALANCER, re.MULTILINE)
    started = re.findall(r"^  ([\w-]+): \*replica", COMPOSE, re.MULTILINE)
    assert asked == started
    assert len(asked) == 2


def test_what_one_replica_has_not_published_the_next_is_asked_for() -> None:
    place = re.search(r"location /api/assets/ \{(.*?)\}", BALANCER, re.DOTALL)
    assert place is not None
    assert "proxy_next_upstream error timeout http_404" in place[1]


def test_no_part_can_fill_the_machine_or_gain_rights() -> None:
    for wanted in ("read_only: true", "no-new-privileges:true", "cap_drop: [ALL]", "pids_limit"):
        assert COMPOSE.count(wanted) == 2, wanted
    for wanted in ("mem_limit", "ulimits", "/tmp:size=", "max-size"):
        assert COMPOSE.count(wanted) >= (1 if wanted == "max-size" else 2), wanted
    cache, tmpfs = re.search(r"max_size=(\d+)m", BALANCER), re.findall(r"size=(\d+)m", COMPOSE)
    assert cache is not None
    assert int(cache[1]) < min(map(int, tmpfs))


def test_a_service_starts_the_app_with_no_more_rights_than_it_needs() -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    # Names differ by case in systemd's files.
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "what-we-know.service")
    service = unit["Service"]
    assert service["ExecStart"].endswith("python app.py")
    assert "ADDRESS=127.0.0.1" in service["Environment"]
    assert service["NoNewPrivileges"] == service["DynamicUser"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["IPAddressDeny"] == "any"


class _Replica(BaseHTTPRequestHandler):
    """A replica that lives, and is too busy to draw."""

    def do_GET(self) -> None:
        """Answer every request."""
        busy = self.path.startswith("/api/card.png")
        self.send_response(503 if busy else 200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _replica() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Replica) as server:
        Thread(target=server.serve_forever).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def balancer() -> Iterator[str]:
    """The address of nginx with the configuration as it is shipped."""
    if shutil.which("nginx") is None:
        pytest.skip("needs nginx: deploy/install-servers")
    with _replica() as one, _replica() as other, balanced([one, other]) as port:
        yield f"http://127.0.0.1:{port}"


def _status(address: str, content: bytes | None = None, **headers: str) -> int:
    try:
        with urlopen(Request(address, content, headers), timeout=PATIENCE_S) as response:
            return int(response.status)
    except HTTPError as error:
        return error.code


def test_replicas_that_are_busy_are_not_taken_for_dead(balancer: str) -> None:
    cards = [f"{balancer}/api/card.png?q={number}" for number in range(70)]
    with ThreadPoolExecutor(20) as pool:
        statuses = Counter(pool.map(_status, cards))
        assert set(statuses) <= {429, 503}
        health = Counter(pool.map(_status, [f"{balancer}/_stcore/health"] * 12))
    assert health == {200: 12}


def test_a_client_that_asks_for_many_pictures_must_wait_and_still_reads(balancer: str) -> None:
    cards = [f"{balancer}/api/card.png?q=more{number}" for number in range(100)]
    with ThreadPoolExecutor(20) as pool:
        assert Counter(pool.map(_status, cards))[429] >= 40
    assert _status(f"{balancer}/") == 200


def test_a_first_visit_is_never_asked_to_wait(balancer: str) -> None:
    with ThreadPoolExecutor(20) as pool:
        statuses = pool.map(_status, [f"{balancer}/static/js/{number}.js" for number in range(300)])
    assert set(statuses) == {200}


def test_nothing_is_uploaded_through_the_balancer(balancer: str) -> None:
    assert _status(f"{balancer}/_stcore/upload_file/a/b", b"x" * 5_000) == 413


def test_the_cookie_of_a_replica_is_secure_where_there_is_tls(balancer: str) -> None:
    for stated, secure in (("https", True), ("http", False), ("x; Secure", False)):
        request = Request(balancer, headers={"x-forwarded-proto": stated})
        with urlopen(request, timeout=PATIENCE_S) as response:
            assert response.headers["set-cookie"].endswith("; Secure") == secure

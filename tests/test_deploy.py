"""What deploy/ names is there, and its parts name each other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
IMAGE = (DEPLOY / "Containerfile").read_text()
COMPOSE = (DEPLOY / "compose.yaml").read_text()
BALANCER = (DEPLOY / "nginx.conf").read_text()


def test_the_image_takes_what_is_there_and_all_that_is_imported() -> None:
    taken = {source.rstrip("/") for source in re.findall(r"^COPY (\S+)", IMAGE, re.MULTILINE)}
    assert all((ROOT / source).exists() for source in taken)
    floors = {"app.py", "pages", "ui", "web", "geo", "data", "bench/methods.json"}
    assert taken == floors | {".streamlit", "requirements.txt"}


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

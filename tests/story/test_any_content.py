"""Whatever a story's own files hold, reading them returns or raises an error of ours, in time."""

import json
import lzma
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import GeoError
from geo.story.briefings.briefing import parse_briefing
from geo.story.corrections.files import read_good_corrections
from geo.story.story_file import read_story
from geo.story.versions.archive import archive_data, name_version, read_archived_data
from geo.story.versions.files import read_versions
from tests.events.mutations import damaged_bytes

STORY = {
    "title": "Bridges — мосты",
    "subtitle": "A trial",
    "zone": "Europe/Helsinki",
    "border": {"file": "border.geojson", "name": "The square", "version": "1", "accuracy_m": 10},
    "groups": [{"id": "north", "label": "The north"}],
    "sides": [{"id": "north", "label": "North", "party": True}],
    "presets": [{"id": "all", "label": "All"}, {"id": "a", "label": "A", "from": "2023-05-01"}],
    "event_types": [{"id": "blockade", "label": "Blockade", "meaning": "A port was closed."}],
    "bounds": [0, 0, 1, 1],
    "credits": ["The desk"],
}
BRIEFING = {
    "title": "A briefing",
    "steps": [
        {
            "id": "one",
            "headline": "One",
            "sentences": [{"text": "It was said.", "rests_on": ["bridge#c1"]}],
            "view": "event=bridge",
        }
    ],
}
CORRECTION = {
    "date": "2023-05-03",
    "event": "bridge",
    "field": "place",
    "was": None,
    "is": {"a": [1, 2]},
    "why": "Another source",
    "source": {"publisher": "A", "url": "https://example.org/", "date": "2023"},
}
VERSION = {"version": "0123456789ab", "date": "2023-05-03", "events": {"bridge": {"place": "ab"}}}

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["", "\x00", "\u202e", "../../x", "/etc/passwd", "2023-05-03", "n" * 5000])
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner)
)


@st.composite
def damaged_json(draw: st.DrawFn, whole: object) -> bytes:
    """A JSON text of which a member or an item somewhere is another, missing, or twice there."""
    copy = json.loads(json.dumps(whole))
    place, key = copy, None
    while isinstance(place, dict | list) and place:
        keys = [*place] if isinstance(place, dict) else [*range(len(place))]
        key = draw(st.sampled_from(keys))
        if draw(st.booleans()) or not isinstance(place[key], dict | list) or not place[key]:
            break
        place = place[key]
    match draw(st.sampled_from(["other", "missing", "more"])):
        case "other":
            place[key] = draw(values)
        case "missing":
            del place[key]
        case _ if isinstance(place, dict):
            place[draw(st.text(max_size=9))] = draw(values)
        case _:
            place.append(place[key])
    return json.dumps(copy).encode()


def any_content(whole: object) -> st.SearchStrategy[bytes]:
    return (
        damaged_json(whole)
        | damaged_bytes(json.dumps(whole, ensure_ascii=False).encode())
        | st.binary(max_size=40)
    )


def check(read: Callable[[], object]) -> None:
    """Read, and hold an error to its form."""
    try:
        read()
    except GeoError as error:
        message = str(error)
        if not (message.isprintable() and "wanted " in message):
            pytest.fail(f"found a message of another form: {message!r}")


@given(any_content(STORY))
def test_no_story_breaks_its_reader(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "story.json").write_bytes(content)
        check(lambda: read_story(folder))


@given(any_content(BRIEFING))
def test_no_briefing_breaks_its_reader(content: bytes) -> None:
    check(lambda: parse_briefing(content, "a.json"))


@given(any_content(CORRECTION), any_content(CORRECTION))
def test_no_correction_breaks_its_reader(one: bytes, other: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "corrections.jsonl"
        path.write_bytes(one + b"\n" + other)
        good, problems = read_good_corrections(Path(folder))
        assert all(str(problem).isprintable() for problem in problems)
        assert len(good) + len(problems) <= one.count(b"\n") + other.count(b"\n") + 2


@given(any_content(VERSION), st.booleans())
def test_no_version_breaks_its_reader(content: bytes, is_single: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("versions.jsonl" if is_single else "versions/0123456789ab.json")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        check(lambda: read_versions(Path(folder)))


@settings(max_examples=20)
@given(st.data())
def test_no_kept_version_breaks_its_reader(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        first, second = b"abc" * 400, b"abc" * 380 + b"other"
        archive_data(Path(folder), first)
        archive_data(Path(folder), second, since=name_version(first))
        version = name_version(second)
        path = Path(folder) / "versions" / f"{version}.xz"
        path.write_bytes(data.draw(damaged_bytes(path.read_bytes())))
        with suppress(GeoError):
            assert read_archived_data(Path(folder), version) == second


@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_deep_nesting_ends_soon(tmp_path: Path, depth: int) -> None:
    content = b'{"title": ' + b"[" * depth
    (tmp_path / "story.json").write_bytes(content)
    (tmp_path / "corrections.jsonl").write_bytes(content)
    start = time.process_time()
    check(lambda: read_story(tmp_path))
    check(lambda: parse_briefing(content, "a.json"))
    assert len(read_good_corrections(tmp_path)[1]) == 1
    assert time.process_time() - start < 60


def test_a_kept_version_that_decompresses_to_gigabytes_is_refused(tmp_path: Path) -> None:
    archive_data(tmp_path, b"{}")
    (path,) = (tmp_path / "versions").glob("*.xz")
    compressor = lzma.LZMACompressor(preset=0)
    content = b"".join(compressor.compress(bytes(1 << 20)) for _ in range(400))
    path.write_bytes(content + compressor.flush())
    tracemalloc.start()
    try:
        with pytest.raises(GeoError, match="found a broken file"):
            read_archived_data(tmp_path, path.stem)
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()

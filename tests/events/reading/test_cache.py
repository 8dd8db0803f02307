"""A large file of events is checked once, and nothing is believed that may not be what it says."""

import json
import os
import pickle
import tempfile
import zoneinfo
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given, settings

from geo.errors import EventFileError
from geo.events import Reading, parse_events
from geo.events.files.cache_files import CACHE_FOLDER, read_cache_file, write_cache_file
from geo.events.reading import cache
from geo.events.reading.cache import cached_events
from geo.events.vocabulary import VOCABULARY
from geo.events.words import Word
from tests.event_texts import collection, geoparquet, record
from tests.events.good_files import files

NIGHT = collection(
    record("a", geometry__coordinates=[180, -90]),
    record("b", geometry__coordinates=[180, -90], title="Гавань\u200b горит"),
    record("c", geometry=None, location_precision="unknown", radius_m=None),
    record("bad", title=""),
    record("d", note="Ask them again.", checked=["by phone"]),
    title="Four nights",
)
TABLE = geoparquet(parse_events(NIGHT).events, {"title": "Four nights"})


@pytest.fixture(autouse=True, scope="module")
def _of_any_length() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "FEWEST", 1)
        yield


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The files that were checked, one by one."""
    contents: list[bytes] = []

    def noted(content: bytes, *terms: Any) -> Reading:
        contents.append(content)
        return parse_events(content, *terms)

    monkeypatch.setattr(cache, "parse_events", noted)
    return contents


def read(content: bytes, folder: Path | None, zone: str = "UTC", **terms: Any) -> Reading:
    vocabulary = terms.get("vocabulary", VOCABULARY)
    return cached_events(content, "night", zone, vocabulary, terms.get("left_out", ()), folder)


def assert_same(found: Reading, wanted: Reading) -> None:
    assert_geodataframe_equal(found.events, wanted.events)
    for name in (one.name for one in fields(Reading) if one.name != "events"):
        assert getattr(found, name) == getattr(wanted, name), name


def list_files(folder: Path) -> list[Path]:
    return sorted((folder / CACHE_FOLDER).iterdir())


# Each example reads and writes four files.
@settings(max_examples=15)
@given(files())
def test_what_is_cached_is_what_was_read(file: dict[str, Any]) -> None:
    text = json.dumps(file).encode()
    of_text = parse_events(text)
    table = geoparquet(of_text.events, of_text.about)
    for content, wanted in ((text, of_text), (table, parse_events(table))):
        with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
            # It was checked above: to do so again would take most of the time. A file without
            # events is not cached.
            checked = [wanted] if len(wanted.events) else [wanted] * 2
            patch.setattr(cache, "parse_events", lambda *_, checked=checked: checked.pop())
            first, second = (read(content, Path(name)) for _ in range(2))
            assert_same(first, wanted)
            assert_same(second, first)
            if len(wanted.events):
                assert len(list_files(Path(name))) == 1


@pytest.mark.parametrize("content", [NIGHT, TABLE], ids=["GeoJSON", "GeoParquet"])
@pytest.mark.parametrize("left_out", [(), ("note", "checked")])
def test_a_file_is_checked_once(
    tmp_path: Path, parsed: list[bytes], content: bytes, left_out: tuple[str, ...]
) -> None:
    first, second = (read(content, tmp_path, left_out=left_out) for _ in range(2))
    assert parsed == [content]
    assert_same(second, first)
    assert_same(second, parse_events(content, left_out=left_out))
    assert second.about["title"] == "Four nights"


def test_rows_share_what_they_shared_in_the_file(tmp_path: Path) -> None:
    first, second = (read(TABLE, tmp_path).events["claims"] for _ in range(2))
    shares = [[one is other for one in column for other in column] for column in (first, second)]
    assert shares[0] == shares[1]
    assert first.iloc[0] is first.iloc[1]
    assert second.iloc[0] is second.iloc[1]


def test_what_is_read_otherwise_is_checked_anew(tmp_path: Path, parsed: list[bytes]) -> None:
    own = VOCABULARY.extend({"event_type": {"collision": Word("Collision", "Ships met.")}}, {})
    for terms in ({}, {"zone": "Asia/Tokyo"}, {"left_out": ("note",)}, {"vocabulary": own}):
        read(NIGHT, tmp_path, **terms)
    read(NIGHT.replace(b"Four", b"Five"), tmp_path)
    assert len(parsed) == 5


def test_times_are_worked_out_anew_where_a_zone_has_other_rules(
    tmp_path: Path, parsed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"title": "A ship was reported boarded", "when": "2023-11-19", "tz": "Asia/Aden"}
    one = {"type": "Feature", "id": "a", "geometry": None, "properties": said}
    assert_same(read(collection(one), tmp_path), read(collection(one), tmp_path))
    assert len(parsed) == 1
    (tmp_path / "zones" / "Asia").mkdir(parents=True)
    (tmp_path / "zones" / "Asia" / "Aden").write_bytes(b"TZif2 other rules")
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path / "zones"), *zoneinfo.TZPATH))
    read(collection(one), tmp_path)
    assert len(parsed) == 2


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_events_leave_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(cache, "FEWEST", 3)
    read(collection(*(record(f"e{number}") for number in range(count))), tmp_path)
    assert not list(tmp_path.iterdir())


def test_nothing_is_cached_where_there_is_no_folder() -> None:
    assert_same(read(NIGHT, None), parse_events(NIGHT))


def test_a_file_without_events_is_an_error_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(EventFileError, match="night: found"):
            read(b"no events", tmp_path)
    assert not list(tmp_path.iterdir())


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _turned(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _pickled(path: Path) -> None:
    path.write_bytes(pickle.dumps({"events": 1}))


def _of_another_file(path: Path) -> None:
    other = path.parent.parent / "other"
    other.mkdir()
    read(collection(record("z")), other)
    path.write_bytes(list_files(other)[0].read_bytes())


def _of_other_columns(path: Path) -> None:
    out = pa.BufferOutputStream()
    content = pa.py_buffer(read_cache_file(path) or b"")
    table = pa.ipc.open_file(content).read_all().drop_columns(["claims"])
    with pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    write_cache_file(path, out.getvalue().to_pybytes(), 1)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage",
    [_cut, _empty, _turned, _pickled, _of_another_file, _of_other_columns, _folder],
    ids=lambda damage: str(damage.__name__),
)
def test_a_damaged_file_is_not_believed(
    tmp_path: Path, parsed: list[bytes], damage: Callable[[Path], None]
) -> None:
    first = read(NIGHT, tmp_path)
    (path,) = list_files(tmp_path)
    damage(path)
    parsed.clear()
    assert_same(read(NIGHT, tmp_path), first)
    assert parsed == [NIGHT]
    if path.is_file():
        read(NIGHT, tmp_path)
        assert parsed == [NIGHT]


def test_a_folder_that_cannot_be_written_is_not_an_error(
    tmp_path: Path, parsed: list[bytes]
) -> None:
    (tmp_path / CACHE_FOLDER).write_text("a file where the folder would be")
    assert_same(read(NIGHT, tmp_path), read(NIGHT, tmp_path))
    assert len(parsed) == 2


def test_old_files_go_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / CACHE_FOLDER).mkdir()
    (tmp_path / CACHE_FOLDER / "notes.txt").write_text("mine")
    for number in range(5):
        read(collection(record(f"e{number}")), tmp_path)
    names = [path.name for path in list_files(tmp_path)]
    assert "notes.txt" in names
    assert len(names) == 3


def _read_often(name: str) -> list[str]:
    cache.FEWEST = 1
    found = []
    for _ in range(10):
        found += read(NIGHT, Path(name)).events.index.tolist()
        for path in (Path(name) / CACHE_FOLDER).glob("*.arrow"):
            # As if the file had changed: both write again at the same time.
            path.unlink(missing_ok=True)
    return found


def test_two_processes_at_once_read_the_same(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_read_often, [str(tmp_path)] * 2))
    assert found == [["a", "b", "c", "d"] * 10] * 2
    assert not list((tmp_path / CACHE_FOLDER).glob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights.")
def test_only_the_owner_may_read_the_cache(tmp_path: Path) -> None:
    read(NIGHT, tmp_path)
    assert (tmp_path / CACHE_FOLDER).stat().st_mode & 0o077 == 0
    assert list_files(tmp_path)[0].stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights.")
def test_a_file_of_another_user_is_not_believed(
    tmp_path: Path, parsed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(NIGHT, tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    read(NIGHT, tmp_path)
    assert len(parsed) == 2

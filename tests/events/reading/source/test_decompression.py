"""Files compressed with gzip are read; what would fill the memory is not decompressed."""

import gzip
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import EventFileError
from geo.events import parse_events, read_events
from geo.events.reading.source.decompression import EVENT_LIMITS, TABLE_LIMITS, decompress
from tests.event_texts import collection, record


def test_a_compressed_file_of_events_is_read(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson.gz"
    path.write_bytes(gzip.compress(collection(record("a"))))
    assert [*read_events(path).events.index] == ["a"]


def test_a_bomb_is_refused_before_it_is_decompressed(tmp_path: Path) -> None:
    path = tmp_path / "events.geojson.gz"
    path.write_bytes(gzip.compress(bytes(1 << 29)))
    tracemalloc.start()
    try:
        with pytest.raises(EventFileError, match="a small file that decompresses to more than"):
            read_events(path)
        # The file itself has half a megabyte; it would be 512.
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_what_was_compressed_comes_back(one: bytes, other: bytes) -> None:
    assert decompress(gzip.compress(one), "a") == one
    assert decompress(gzip.compress(one) + gzip.compress(other) + bytes(8), "a") == one + other


def test_parts_are_read_one_after_the_other() -> None:
    texts = [b"%d," % number * 900 for number in range(300)]
    assert decompress(b"".join(map(gzip.compress, texts)), "a") == b"".join(texts)
    large = bytes(range(256)) * 5_000
    assert decompress(gzip.compress(large, 0) * 3, "a") == large * 3


def test_a_file_of_very_many_tiny_parts_is_refused() -> None:
    tiny = gzip.compress(b"{}")
    assert decompress(tiny * 900, "a") == b"{}" * 900
    with pytest.raises(EventFileError, match=r"^a\.gz: found a compressed file of very many small"):
        decompress(tiny * 1_100, "a.gz")


@given(st.binary(max_size=200), st.integers(0, 300))
def test_damage_raises_no_other_error(rest: bytes, cut: int) -> None:
    whole = gzip.compress(bytes(range(256)))
    for content in (whole[:cut] + rest, b"\x1f\x8b" + rest):
        with suppress(EventFileError):
            decompress(content, "a.gz")


def test_a_broken_file_is_named() -> None:
    with pytest.raises(EventFileError, match=r"^a\.gz: found a broken compressed file, wanted"):
        decompress(b"\x1f\x8bno", "a.gz")


def test_what_is_not_compressed_stays() -> None:
    assert decompress(b"{}", "a") == b"{}"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            b"PK\x03\x04\x14\x00\x00\x00events.geojson",
            "a zip archive, which has to be extracted first",
        ),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a file that is not text"),
    ],
)
def test_no_message_holds_binary_content(content: bytes, found: str) -> None:
    with pytest.raises(EventFileError, match=f"^events: found {found}, wanted"):
        parse_events(content)


def test_a_table_may_shrink_more_than_a_file_of_events() -> None:
    mb = 1 << 20
    assert (EVENT_LIMITS.allow(1), EVENT_LIMITS.allow(mb)) == (8 * mb, 50 * mb)
    assert (TABLE_LIMITS.allow(1), TABLE_LIMITS.allow(mb)) == (64 * mb, 200 * mb)
    content = gzip.compress(b"," * (9 * mb))
    with pytest.raises(EventFileError, match=r"^a\.gz: found a small file .* more than 8 MB"):
        decompress(content, "a.gz")
    assert len(decompress(content, "a.gz", TABLE_LIMITS)) == 9 * mb

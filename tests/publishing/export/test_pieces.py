"""Pieces of a file that is joined again: in the order of their events, and of one kind."""

import pytest

from geo.publishing.export import selection
from geo.publishing.export.pieces import Pieces


@pytest.fixture(autouse=True)
def few_in_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "CACHED_PART", 1)


def test_pieces_keep_the_order_of_their_events_and_fit_one_kind() -> None:
    pieces = Pieces({"a": "1", "b": "2"}, "code")
    written = [
        pieces.find_or_write(kind, events, content.encode)
        for kind, events, content in (
            ("csv", "ab", "one"),
            ("csv", "ba", "two"),
            ("kmz", "ab", "three"),
            ("csv", "ab", "four"),
        )
    ]
    assert written == [b"one", b"two", b"three", b"one"]
    later = Pieces({"a": "1", "b": "2"}, "code", pieces.now)
    assert later.find_or_write("csv", "ab", "five".encode) == b"one"
    other_code = Pieces({"a": "1", "b": "2"}, "newer code", pieces.now)
    assert other_code.find_or_write("csv", "ab", "six".encode) == b"six"


@pytest.mark.parametrize(
    "damaged", [b"", b"\0" * 8, b"one", b"\0" * 7 + b"\3one", b"\xff" * 8 + b"one"]
)
def test_a_piece_that_cannot_be_decompressed_is_written_again(damaged: bytes) -> None:
    pieces = Pieces({"a": "1"}, "code")
    pieces.find_or_write("csv", "a", lambda: b"one")
    (key,) = pieces.now
    later = Pieces({"a": "1"}, "code", {key: damaged})
    assert later.find_or_write("csv", "a", lambda: b"two") == b"two"
    assert Pieces({"a": "1"}, "code", later.now).find_or_write("csv", "a", bytes) == b"two"

"""A view as a file that is whole, or not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.errors import ExportError, LinkError
from geo.publishing.export import FORMATS
from geo.publishing.export.files import export_view, write_file
from tests.shipped_record import open_shipped


def break_off() -> Iterator[bytes]:
    yield b"half"
    raise InterruptedError


def test_a_file_has_the_content_that_it_would_have_in_memory(tmp_path: Path) -> None:
    view = open_shipped("?verification=verified")
    path = tmp_path / "events.csv"
    assert export_view(view, "csv", path=path) == path
    assert path.read_bytes() == export_view(view, "csv")
    assert [one.name for one in tmp_path.iterdir()] == ["events.csv"]


def test_a_file_that_breaks_off_leaves_the_one_before_it(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    write_file([b"a", b"b"], path)
    with pytest.raises(ExportError):
        write_file(break_off(), path)
    assert path.read_bytes() == b"ab"
    assert [one.name for one in tmp_path.iterdir()] == ["events.csv"]


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"events\.csv: found no such folder"):
        write_file([], tmp_path / "none" / "events.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError, match=r"folder\.csv: found a folder of that name"):
        write_file([], tmp_path / "folder.csv")
    assert not list(tmp_path.glob("*.part"))


def test_a_kind_of_file_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ExportError, match=r"found 'pdf', wanted one of .*csv"):
        export_view(open_shipped(), "pdf")


def test_a_view_of_what_was_known_is_not_a_file(tmp_path: Path) -> None:
    view = open_shipped("known=2023-05-03T12:00")
    for kind in FORMATS:
        with pytest.raises(LinkError, match=r"^known: found 2023-05-03T12:00, wanted a view with"):
            export_view(view, kind, path=tmp_path / "file")
    assert list(tmp_path.iterdir()) == []

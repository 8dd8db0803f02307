"""A file of any kind gives the same two events; whatever it holds, it is read or refused.

Each random example damages a file that a program wrote. Of compressed files what is in them is
damaged, and compressed again, so that the readers behind the archive are reached.
"""

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.importing import Destination, Request, import_file
from geo.importing.outcome.checked import check_made
from geo.importing.tables.limits import TableFileError
from tests.events.mutations import damaged_bytes
from tests.importing.reading import import_text, members_of
from tests.importing.tables.kinds import FRAME, KINDS, ROWS, as_kml, read, zip_files


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_of_file_gives_the_same_events(kind: str, tmp_path: Path) -> None:
    outcome = read(*KINDS[kind](tmp_path))
    assert [one.reason for one in outcome.rejected] == []
    assert outcome.waiting == []
    for one, members, row in zip(outcome.made, members_of(outcome).values(), ROWS, strict=True):
        at: Any = one.feature["geometry"]
        assert at["coordinates"] == pytest.approx([row["Lon"], row["Lat"]])
        found = (members["title"], members["when"], members["place"])
        assert found == (row["Title"], row["Date"], row["Place"])


def test_several_sheets_with_events_want_one_named() -> None:
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="openpyxl") as book:
        FRAME.to_excel(book, sheet_name="May", index=False)
        FRAME.to_excel(book, sheet_name="June", index=False)
    with pytest.raises(TableFileError, match=r"'May' \(2 rows\), 'June' \(2 rows\); name one"):
        read("a.xlsx", out.getvalue())


def test_a_sheet_of_something_else_is_left_out_by_name() -> None:
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="openpyxl") as book:
        FRAME.to_excel(book, sheet_name="May", index=False)
        pd.DataFrame({"Word": ["a"], "Meaning": ["b"]}).to_excel(
            book, sheet_name="Words", index=False
        )
    outcome = read("a.xlsx", out.getvalue())
    assert len(outcome.made) == 2
    assert "read is 'May'; not read: 'Words'" in outcome.remarks


def test_of_a_zip_with_several_kml_files_one_is_to_be_named() -> None:
    content = zip_files({name: as_kml() for name in ("may.kml", "june.kml")})
    with pytest.raises(
        TableFileError, match=r"'may.kml' \(2 rows\), 'june.kml' \(2 rows\); name one"
    ):
        read("a.zip", content)


def test_of_a_kmz_file_the_main_file_is_read_alone() -> None:
    content = zip_files({"files/other.kml": b"<kml/>", "doc.kml": as_kml()})
    assert len(read("a.kmz", content).made) == 2


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"\x00\x01\x02\x03" * 100, "an empty file|no text|no row"),
        (b"PK\x03\x04 broken", "a broken zip file"),
        (b"\x1f\x8b broken", "a broken compressed file, wanted a table"),
        (b"\xd0\xcf\x11\xe0 broken", "no workbook"),
        (b"PAR1 broken PAR1", "no readable Parquet"),
        (b"SQLite format 3\x00 broken", "no readable layer"),
        (b"fgb\x03 broken", "no readable layer|no row"),
        (b"<html><body></body></html>", "XML of another kind"),
        (b"<kml><Placemark>", "broken XML"),
        (b'{"a": ', "wanted JSON"),
        (b'{"a": 1}', "other JSON"),
        (b"[1, 2, 3]", "other JSON"),
        (b"[" * 100_000, "wanted JSON|nested"),
        (b"title,date\n", "no row"),
    ],
)
def test_anything_but_a_table_is_refused_with_what_was_found(content: bytes, found: str) -> None:
    with pytest.raises(TableFileError, match=found):
        import_text(content, name="table")


DESTINATION = Destination("Asia/Aden", stem="s")
# Each workbook is opened in a process of its own, each layer by another library.
COSTLY = ("xlsx", "xls", "ods", "gpkg", "fgb", "shapefile", "geoparquet", "shapefile in metres")
EXAMPLES = settings.default.max_examples if settings.default else 40
Pack = Callable[[bytes], bytes]


def list_parts(content: bytes) -> list[tuple[bytes, Pack]]:
    """Return what may be damaged of a file, each with what makes a whole file of it again."""
    whole: list[tuple[bytes, Pack]] = [(content, lambda damaged: damaged)]
    if content.startswith(b"\x1f\x8b"):
        return [*whole, (gzip.decompress(content), gzip.compress)]
    if not content.startswith(b"PK"):
        return whole
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}

    def pack_as(changed: str) -> Pack:
        return lambda damaged: zip_files({**members, changed: damaged})

    return [*whole, *((text, pack_as(one)) for one, text in members.items() if text)]


def check(name: str, content: bytes) -> None:
    """Import a file: each of its rows is made, waits or is rejected, or the file is refused."""
    try:
        outcome = import_file(content, name, DESTINATION, Request())
    except TableFileError as error:
        refused = str(error)
    else:
        refused = ""
    if refused:
        assert refused.startswith(name)
        assert len(refused) < 2_000
        return
    check_made(outcome, DESTINATION.zone)
    rows = [one.row for one in outcome.made]
    rows += [one.row for one in outcome.waiting] + [one.row for one in outcome.rejected]
    assert sorted(rows) == sorted(outcome.table.numbers)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, bytes, Pack]]]:
    """What may be damaged of a file of each kind."""
    found = {}
    for kind, build in KINDS.items():
        name, content = build(tmp_path_factory.mktemp("kind"))
        found[kind] = [(name, text, pack) for text, pack in list_parts(content)]
    return found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in COSTLY])
@given(data=st.data())
@settings(max_examples=EXAMPLES // 3)
def test_a_damaged_file_is_read_or_refused(
    kind: str, parts: dict[str, list[tuple[str, bytes, Pack]]], data: st.DataObject
) -> None:
    name, text, pack = data.draw(st.sampled_from(parts[kind]))
    check(name, pack(data.draw(damaged_bytes(text))))


@pytest.mark.parametrize("kind", COSTLY)
@given(data=st.data())
@settings(max_examples=EXAMPLES // 10, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_of_a_costly_kind_is_read_or_refused(
    kind: str, parts: dict[str, list[tuple[str, bytes, Pack]]], data: st.DataObject
) -> None:
    name, text, pack = data.draw(st.sampled_from(parts[kind]))
    check(name, pack(data.draw(damaged_bytes(text))))


@given(text=st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    check("t.csv", text.encode("utf-8", "surrogatepass"))


@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    check("t", content)

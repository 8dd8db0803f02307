"""Whatever a file of any kind holds, it is read or refused in a sentence: no other error, no end.

Each example damages a file that a program wrote. Of compressed files what is in them is damaged,
and compressed again, so that the readers behind the archive are reached.
"""

import gzip
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.importing import Request, Setting, import_file
from geo.importing.canonical import check_made
from geo.importing.tables.limits import TableFileError
from tests.events.mutations import damaged_bytes
from tests.importing.test_kinds_of_files import KINDS, zip_files

SETTING = Setting("Asia/Aden", stem="s")
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
        outcome = import_file(content, name, SETTING, Request())
    except TableFileError as error:
        refused = str(error)
    else:
        refused = ""
    if refused:
        assert refused.startswith(name)
        assert len(refused) < 2_000
        return
    check_made(outcome, SETTING.zone)
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

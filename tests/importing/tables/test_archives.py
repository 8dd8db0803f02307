"""Archives that decompress beyond measure."""

import gzip
from collections.abc import Callable

import pytest

from geo.cli.main import main
from tests.importing.desk import Desk
from tests.importing.reading import import_text, refuse
from tests.importing.tables.kinds import zip_of

MB = 1 << 20


@pytest.mark.parametrize(
    ("wrap", "found"),
    [
        (gzip.compress, "found a small file that decompresses to more than 64 MB, wanted a table"),
        (zip_of, f"bytes that decompress to {65 * MB:,}, wanted at most {64 * MB:,}"),
    ],
)
def test_content_that_decompresses_beyond_measure_is_refused(
    wrap: Callable[[bytes], bytes], found: str
) -> None:
    compressed = wrap(b"0" * (65 * MB))
    assert len(compressed) * 200 < 65 * MB
    assert found in refuse(compressed, "a.csv.zip")


def test_archives_inside_archives_are_refused() -> None:
    content = b"title,date\nfire,2023-05-03\n"
    for _ in range(4):
        content = gzip.compress(content)
    assert "archives inside archives" in refuse(content, "a.gz")


def test_a_compressed_file_in_a_zip_file_is_named() -> None:
    content = zip_of(gzip.compress(b"title,date\n")[:-9], "b.csv.gz")
    assert refuse(content, "a.zip") == (
        "a.zip: 'b.csv.gz': found a compressed file that is cut off, wanted a table"
    )


def damage(content: bytes, at: bytes, offset: int, changed: bytes) -> bytes:
    """Return an archive with other bytes somewhere after a signature."""
    start = content.rindex(at) + offset
    return content[:start] + changed + content[start + len(changed) :]


# APPNOTE 4.3.12: where the list of a zip file has a file's flags, compression and size.
@pytest.mark.parametrize(
    ("offset", "changed", "found", "wanted"),
    [
        (8, b"\x01", "a file that cannot be unpacked", "one without damage and password"),
        (10, b"\x63", "a compression that is not known", "one that every program reads (deflate)"),
        (24, b"\x03", "a file that cannot be unpacked", "one without damage and password"),
    ],
)
def test_a_file_in_a_zip_file_that_cannot_be_read_is_named(
    offset: int, changed: bytes, found: str, wanted: str
) -> None:
    content = zip_of(b"title,date\nfire,2023-05-03\n", "b\x1b[31m.csv")
    for signature, more in ((b"PK\x01\x02", 0), (b"PK\x03\x04", -2)):
        content = damage(content, signature, offset + more, changed)
    assert refuse(content, "a.zip") == f"a.zip: 'b\\x1b[31m.csv': found {found}, wanted {wanted}"


def test_a_command_reads_the_same_compressed_tables_as_the_page(desk: Desk) -> None:
    # What a wide table with few filled cells shrinks to: more than a file of events may.
    rows = "".join(f"A fire in ward {row}{' ' * 900_000},2023-05-03\n" for row in range(10))
    content = gzip.compress(f"title,date\n{rows}".encode())
    assert len(content) * 50 < 8 * MB < len(rows)
    (desk.folder / "a.csv.gz").write_bytes(content)
    assert main(["import", "a.csv.gz", "--story", "fires"]) == 0
    assert len(desk.events) == len(import_text(content, name="a.csv.gz").made) == 10


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(bytes(65 * MB)),
        gzip.compress(b"title,date\n")[:-9],
        gzip.compress(b"title,date\n")[:12] + b"\xff" * 40,
        gzip.compress(b"") * 1_200,
    ],
    # Compressed content has the time in it, and would be called otherwise in each process.
    ids=["large", "cut off", "damaged", "in many parts"],
)
def test_a_command_refuses_a_compressed_table_in_the_words_of_the_page(
    desk: Desk, content: bytes
) -> None:
    (desk.folder / "a.csv.gz").write_bytes(content)
    assert main(["import", "a.csv.gz", "--story", "fires"]) == 1
    assert desk.capsys.readouterr().err.strip().endswith(refuse(content, "a.csv.gz"))

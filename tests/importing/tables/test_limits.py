"""What a compressed file may decompress to."""

import pytest

from geo.importing.tables.limits import TableFileError, check_decompressed_size

MB = 1 << 20


@pytest.mark.parametrize(
    ("size", "compressed"), [(0, 0), (64 * MB, 1), (400 * MB, 2 * MB), (1024 * MB, 100 * MB)]
)
def test_small_or_normally_compressed_content_is_let_through(size: int, compressed: int) -> None:
    check_decompressed_size(size, compressed, "zip")


@pytest.mark.parametrize(
    ("size", "compressed"), [(64 * MB + 1, 1), (64 * MB + 1, 0), (400 * MB + 1, 2 * MB)]
)
def test_content_made_to_fill_the_memory_is_refused(size: int, compressed: int) -> None:
    with pytest.raises(TableFileError, match=f"zip: found {compressed:,} bytes that decompress to"):
        check_decompressed_size(size, compressed, "zip")


def test_what_is_read_in_parts_may_be_of_any_size() -> None:
    with pytest.raises(TableFileError, match="2,048 MB when decompressed, wanted at most"):
        check_decompressed_size(2048 * MB, 100 * MB, "zip")
    check_decompressed_size(2048 * MB, 100 * MB, "Parquet", None)

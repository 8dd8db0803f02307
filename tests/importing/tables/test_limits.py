"""What a compressed file may unfold to."""

import pytest

from geo.importing.tables.limits import TableFileError, check_unfolded_size

MB = 1 << 20


@pytest.mark.parametrize(
    ("size", "compressed"), [(0, 0), (64 * MB, 1), (400 * MB, 2 * MB), (1024 * MB, 100 * MB)]
)
def test_small_or_normally_compressed_content_is_let_through(size: int, compressed: int) -> None:
    check_unfolded_size(size, compressed, "zip")


@pytest.mark.parametrize(
    ("size", "compressed"), [(64 * MB + 1, 1), (64 * MB + 1, 0), (400 * MB + 1, 2 * MB)]
)
def test_content_made_to_fill_the_memory_is_refused(size: int, compressed: int) -> None:
    with pytest.raises(TableFileError, match="not made to fill a memory"):
        check_unfolded_size(size, compressed, "zip")


def test_what_is_read_in_parts_may_be_of_any_size() -> None:
    with pytest.raises(TableFileError, match="zip: found 2,048 MB when unfolded, wanted at most"):
        check_unfolded_size(2048 * MB, 100 * MB, "zip")
    check_unfolded_size(2048 * MB, 100 * MB, "Parquet", None)

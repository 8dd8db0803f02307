"""Archives that unfold beyond measure."""

import gzip

import pytest

from geo.importing.tables.limits import FREE_BYTES, MOST_TIMES
from tests.importing.reading import refuse
from tests.importing.tables.kinds import zip_of


@pytest.mark.parametrize("wrap", [gzip.compress, zip_of])
def test_content_that_decompresses_beyond_measure_is_refused(wrap: object) -> None:
    assert callable(wrap)
    zeros = b"0" * (FREE_BYTES + (1 << 20))
    compressed = wrap(zeros)
    assert len(compressed) * MOST_TIMES < len(zeros)
    assert "unfold" in refuse(compressed, "a.csv.zip")


def test_archives_inside_archives_are_refused() -> None:
    content = b"title,date\nfire,2023-05-03\n"
    for _ in range(4):
        content = gzip.compress(content)
    assert "archives inside archives" in refuse(content, "a.gz")

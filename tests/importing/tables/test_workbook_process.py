"""A workbook made to harm ends with a message, and no process."""

from tests.importing.reading import refuse
from tests.importing.tables.kinds import zip_of


def test_a_workbook_that_decompresses_beyond_measure_is_refused() -> None:
    bomb = zip_of(b" " * (65 << 20), "[Content_Types].xml")
    assert "decompress to" in refuse(bomb, "a.xlsx")

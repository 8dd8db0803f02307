"""Rows that were rejected, as a table to correct."""

import csv

from geo.importing.files.rejected import write_rejected
from tests.importing.reading import import_text

TEXT = "title,date,memo\nA fire,2023-05-03,first\nB fire,2023-02-30,=1+1\nC fire,03/05/2023,third\n"


def test_rejected_rows_are_a_table_with_their_reason_and_number() -> None:
    content = write_rejected(import_text(TEXT)).decode("utf-8-sig")
    [row] = csv.DictReader(content.splitlines())
    assert row["title"] == "B fire"
    assert row["memo"] == "=1+1"
    assert "wanted a day that exists" in row["reason (geo import)"]
    assert row["row (geo import)"] == "3"

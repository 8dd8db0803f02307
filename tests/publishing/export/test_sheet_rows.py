"""Rows of a sheet, as Excel reads them."""

import re
from datetime import UTC, datetime

import pandas as pd
import pytest

from geo.publishing.export.sheet_rows import write_rows


@pytest.mark.parametrize("zone", ["UTC", "Europe/Riga", "Pacific/Chatham", "America/St_Johns"])
def test_a_moment_is_written_in_utc_whatever_its_zone(zone: str) -> None:
    moment = datetime(2023, 5, 3, 12, 0, tzinfo=UTC)
    table = pd.DataFrame({"at": pd.Series([moment]).dt.tz_convert(zone)})
    [days] = re.findall(r"<v>([\d.]+)</v>", write_rows(table, 1, 0).decode())
    # Excel counts days from 30 December 1899.
    assert float(days) == (moment - datetime(1899, 12, 30, tzinfo=UTC)).total_seconds() / 86_400

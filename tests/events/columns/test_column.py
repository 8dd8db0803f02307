"""Long columns are checked value by value."""

import numpy as np
import pyarrow as pa
import pytest

from geo.events.columns.column import Column
from geo.events.columns.kinds import MEMBER_TYPES


@pytest.mark.parametrize("length", [1, 400])
def test_a_long_column_is_checked_value_by_value(length: int) -> None:
    # Longer than what is checked at once; the model refuses an empty summary.
    texts = [f"{number} {'x' * length}" for number in range(45_000)]
    wrong = [0, 19_999, 20_000, 44_999]
    for row in wrong:
        texts[row] = ""
    texts[7] = texts[25_000]
    column = Column(pa.array(texts), MEMBER_TYPES["summary"])
    assert np.flatnonzero(column.bad).tolist() == wrong
    good = np.setdiff1d(np.arange(45_000), wrong)
    assert list(column.take(good)) == [texts[row] for row in good]

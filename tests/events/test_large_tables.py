"""Tables that are too large to be held in several forms at once."""

import numpy as np
import pyarrow as pa
import pytest

from geo.events import parse_events
from geo.events.arrow import KINDS
from geo.events.columns import Column
from geo.story.published import DESK_MEMBERS
from tests.event_texts import collection, record
from tests.events.test_geoparquet import file_of, shape_of, table_of

NOTED = [record("a", note="Ask them again."), record("b", note="x" * 30_000), record("c")]


def test_members_that_are_left_out_are_not_read_of_a_table() -> None:
    table = file_of(table_of(*NOTED), [shape_of(one) for one in NOTED])
    whole, shown = parse_events(table), parse_events(table, left_out=DESK_MEMBERS)
    assert [one.field for one in whole.rejected] == ["note"]
    assert shown.rejected == ()
    assert shown.events.index.tolist() == ["a", "b", "c"]
    assert shown.events["note"].isna().all()
    assert shown.events["checked"].isna().all()
    same = [name for name in whole.events if name not in DESK_MEMBERS]
    assert shown.events.loc[["a", "c"], same].astype(str).equals(whole.events[same].astype(str))


def test_members_that_are_left_out_come_back_empty_of_any_file() -> None:
    shown = parse_events(collection(*NOTED[::2]), left_out=DESK_MEMBERS)
    assert shown.events["note"].isna().all()
    assert shown.events["title"].notna().all()


@pytest.mark.parametrize("length", [1, 400])
def test_a_long_column_is_checked_value_by_value(length: int) -> None:
    # Longer than what is checked at once; the model refuses an empty summary.
    texts = [f"{number} {'x' * length}" for number in range(45_000)]
    wrong = [0, 19_999, 20_000, 44_999]
    for row in wrong:
        texts[row] = ""
    texts[7] = texts[25_000]
    column = Column(pa.array(texts), KINDS["summary"])
    assert np.flatnonzero(column.bad).tolist() == wrong
    good = np.setdiff1d(np.arange(45_000), wrong)
    assert list(column.take(good)) == [texts[row] for row in good]

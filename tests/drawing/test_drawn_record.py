"""A record as it is drawn: rows that browsers read, and where these lie."""

from pathlib import Path

from pandas.testing import assert_frame_equal

from geo.drawing.drawn_record import draw_record
from geo.drawing.matches import store_matches
from tests.drawing.two_events import Stored, open_two


def test_a_text_is_found_in_the_rows_as_they_are_drawn(tmp_path: Path) -> None:
    view, stored = open_two(tmp_path), Stored()
    drawn = draw_record(view.current, stored)
    at = drawn.rows.index.get_loc("ferry")

    assert store_matches("ferry", view.record, drawn, stored) == "matches.json"
    # One bit for each of the two rows, the first row's the highest.
    assert stored.content["matches.json"] == ("gA==" if at == 0 else "QA==")
    assert store_matches(" ", view.record, drawn, stored) is None


def test_rows_that_nobody_reads_lie_where_published_ones_do(tmp_path: Path) -> None:
    current = open_two(tmp_path).current
    stored, unread = draw_record(current, Stored()), draw_record(current, None)

    assert_frame_equal(unread.rows, stored.rows)
    assert unread.order.tolist() == stored.order.tolist()
    assert (unread.address, unread.facets) == ("", "")

"""What a notebook sees: a view that fits a line, its events with their words, files where asked."""

from inspect import signature
from pathlib import Path

import pytest

from geo import (
    View,
    build_ledger,
    cite,
    export_view,
    format_attribution_line,
    open_view,
    read_border,
)
from geo.errors import ExportError
from tests.event_texts import record
from tests.story_folders import write_story


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Two of three events: one in the range, one perhaps, one in another month."""
    day = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    later = {"start": "2023-06-03T00:00:00+03:00", "end": "2023-06-04T00:00:00+03:00"}
    folder = write_story(
        tmp_path_factory.mktemp("story"),
        record("minute"),
        record("day", time_precision="day", **day),
        record("later", time_precision="day", **later),
    )
    return open_view(folder, "from=2023-05-03T00:00&to=2023-05-03T06:00")


def test_a_view_is_shown_in_one_line(view: View) -> None:
    assert repr(view) == (
        f"<View of 'Bridges — мосты', data {view.record.version}: 2 of 3 events, "
        "link 'from=2023-05-03&to=2023-05-03T06:00'>"
    )


def test_kept_events_say_how_surely_they_belong_and_who_says_what(view: View) -> None:
    kept = view.kept
    assert dict(kept["presence"]) == {"minute": "definite", "day": "possible"}
    for event in kept.index:
        assert kept.at[event, "attribution_line"] == format_attribution_line(
            build_ledger(view.record.events, event)
        )
    assert "presence" not in view.record.events


def test_a_view_of_nothing_keeps_the_same_columns(view: View) -> None:
    nothing = open_view(view.folder, "q=nowhere")
    assert list(nothing.kept.columns) == list(view.kept.columns)
    assert len(nothing.kept) == 0


def test_a_file_is_written_where_asked(view: View, tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("an older file")
    assert export_view(view, "csv", path=path) == path
    assert export_view(view, "csv", path=str(path)) == path
    assert path.read_bytes() == export_view(view, "csv")
    assert [file.name for file in tmp_path.iterdir()] == ["kept.csv"]


def test_options_that_look_alike_are_given_by_name(view: View) -> None:
    for function, given in (
        (export_view, (view, "csv", "kept.csv")),
        (cite, (view, None, "https://maps.example/")),
        (read_border, ("border.geojson", "The border")),
    ):
        with pytest.raises(TypeError, match="too many positional"):
            signature(function).bind(*given)


def test_a_citation_without_a_day_does_not_say_when_it_was_read(view: View) -> None:
    assert "Read on" not in str(cite(view))
    assert "urldate" not in cite(view).bibtex()


def test_an_unknown_kind_of_file_is_refused_with_those_there_are(view: View) -> None:
    with pytest.raises(ExportError, match="found 'shp', wanted one of geojson, csv"):
        export_view(view, "shp")


def test_a_place_that_cannot_be_written_says_why(view: View, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"^kept\.csv: found no such folder"):
        export_view(view, "csv", path=tmp_path / "missing" / "kept.csv")
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(ExportError, match="found a folder of that name"):
        export_view(view, "csv", path=tmp_path / "taken.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["taken.csv"]


def test_what_is_written_into_events_of_a_view_leaves_the_record_as_it_was(view: View) -> None:
    whole = open_view(view.folder)
    events = whole.kept_events
    events["title"] = "Changed"
    events["own"] = 1
    assert len(events) == 3
    assert "Changed" not in set(whole.record.events["title"])
    assert "own" not in whole.record.events

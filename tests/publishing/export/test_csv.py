"""Events and claims as CSV: numbers, texts that stay texts, provenance in each row."""

import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from geo.publishing.export import export_view
from geo.story.view import View, open_view
from tests.event_texts import record
from tests.publishing.export.readers import ADDRESS, FREE_TEXTS, NASTY, table_of
from tests.shipped_record import open_shipped
from tests.story_folders import write_story


def test_csv_is_one_row_per_event_with_its_attribution(three: View) -> None:
    assert export_view(three, "csv").startswith(b"\xef\xbb\xbf")
    minute, day = table_of(three, "csv")
    assert (minute["id"], day["presence"]) == ("minute", "possible")
    assert minute["start"] == "2023-05-02T23:27:00Z"
    assert minute["start_local"] == "2023-05-03T02:27:00"
    assert minute["place"] == "Ünïcode мост 🌉"
    assert "The governor: Said that saboteurs" in minute["attribution_line"]
    assert (minute["killed_low"], minute["killed_high"]) == ("0", "")
    assert minute["record_border"] == "The square"
    assert minute["record_link"].startswith(ADDRESS)
    assert minute["record_filter"].startswith("3 May 2023, 00:00")
    [claim, _] = table_of(three, "claims")
    assert (claim["event"], claim["actor"], claim["url"]) == (
        "minute",
        "The governor",
        "https://example.org/a",
    )


def test_pandas_reads_the_csv_with_its_numbers(three: View) -> None:
    events = pd.read_csv(io.BytesIO(export_view(three, "csv")))
    assert list(events["radius_m"]) == [100, 5000]
    assert events["low_m"].iloc[1] < 0  # Inside: a number below zero stays a number.


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_starts_a_formula(tmp_path: Path, text: str) -> None:
    shown = record("a", title=text, damage=text, claims__0__actor=text, sources__0__publisher=text)
    view = open_view(write_story(tmp_path, shown, title=text))
    for kind in ("csv", "claims"):
        for row in table_of(view, kind):
            formulas = [v for v in row.values() if v.lstrip()[:1] in tuple("=+@＝")]
            assert formulas == []
            assert [v for v in row.values() if v[:1] in ("\t", "\r", "-")] == []
    [row] = table_of(view, "csv")
    assert row["title"] == row["damage"] == "'" + text


def test_formulas_are_found_among_many_texts(tmp_path: Path) -> None:
    titles = [f"{NASTY[number % len(NASTY)]} {number}" for number in range(60)]
    titles += [f"Взрыв {number}" for number in range(60)]
    events = [record(f"e{number:03}", title=title) for number, title in enumerate(titles)]
    rows = table_of(open_view(write_story(tmp_path, *events)), "csv")
    found = {row["id"]: row["title"] for row in rows}
    assert found == {
        f"e{number:03}": title if title.startswith("Взрыв") else "'" + title
        for number, title in enumerate(titles)
    }


@pytest.mark.parametrize("kind", ["csv", "claims"])
@pytest.mark.parametrize("text", NASTY)
def test_no_column_of_text_holds_a_formula(tmp_path: Path, kind: str, text: str) -> None:
    texts = {path: f"{text} {path}" for path in FREE_TEXTS}
    view = open_view(write_story(tmp_path, record("a", **texts)))
    assert view.record.rejected == ()
    cells = {cell for row in table_of(view, kind) for cell in row.values()}
    assert [cell for cell in cells if re.match(r"\s*[=+@＝＋－＠]|[\t\r\n]|-\D", cell)] == []
    of_claims = {"title"} | {path for path in texts if "__0__" in path}
    wanted = of_claims if kind == "claims" else set(texts) - of_claims | {"title"}
    assert {"'" + texts[path] for path in wanted} <= cells


def test_each_row_of_a_csv_says_how_many_there_are() -> None:
    view = open_shipped("group=kremlin")
    for kind, rows in (("csv", len(view.kept)), ("claims", view.kept["claims"].map(len).sum())):
        table = table_of(view, kind)
        assert {row["record_rows"] for row in table} == {str(len(table))}
        assert len(table) >= rows


@pytest.mark.parametrize("kind", ["csv", "claims"])
def test_each_row_credits_the_border_and_explains_the_storys_own_words(
    tmp_path: Path, kind: str
) -> None:
    folder = write_story(tmp_path, record("a", event_type="raid"))
    story = json.loads((folder / "story.json").read_text("utf-8"))
    story["border"]["credit"] = "The survey, ODbL 1.0"
    story["event_types"] = [
        {"id": "raid", "label": "Raid", "meaning": "Men are said to have come."}
    ]
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    [row] = table_of(open_view(folder), kind)
    assert row["record_border_credit"] == "The survey, ODbL 1.0"
    assert row["record_own_words"] == "event_type raid: Raid. Men are said to have come."


def test_fractions_of_a_second_stay(tmp_path: Path) -> None:
    ends = {"start": "2023-05-02T23:27:30.5+00:00", "end": "2023-05-02T23:28:31.000001+00:00"}
    view = open_view(write_story(tmp_path, record("a", tz="UTC", **ends), record("b")))
    exact, whole = table_of(view, "csv")
    assert (exact["start"], exact["start_local"]) == (
        "2023-05-02T23:27:30.500000Z",
        "2023-05-02T23:27:30.500000",
    )
    assert (exact["end"], exact["end_local"]) == (
        "2023-05-02T23:28:31.000001Z",
        "2023-05-02T23:28:31.000001",
    )
    assert whole["end"] == "2023-05-02T23:28:00Z"

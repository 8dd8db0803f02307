"""Rows as events: an untidy sheet of forty, compared with values that a person gave them."""

import csv
import json
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest

from geo.importing import Outcome
from geo.importing.outcome.checked import check_made
from tests.importing.reading import SAMPLES, import_text, members_of, read_sample
from tests.importing.untidy_sheet import ANSWERS, NAME, read_right


@pytest.mark.parametrize(
    "row", ["9999-12-31T23:59,1,2,1", f"2023-05-03,1,2,{'9' * 5_000}", "2023-05-03,nan,inf,1"]
)
def test_a_row_beyond_all_measure_is_rejected_alone(row: str) -> None:
    outcome = import_text(f"title,date,lat,lon,killed\nA,{row}\nB,2023-05-03,1,2,3\n")
    assert len(outcome.made) + len(outcome.waiting) + len(outcome.rejected) == 2
    assert len(outcome.made) >= 1


@pytest.mark.parametrize("letter", ["(", "(a", "1 ", " "])
@pytest.mark.parametrize("column", ["date", "time", "summary", "killed", "coordinates", "place"])
def test_a_long_cell_is_read_in_time(column: str, letter: str) -> None:
    row = {"title": "A", "date": "2023-05-03", "time": "12:00"} | {column: letter * 20_000}
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    with ProcessPoolExecutor(1) as other:
        assert len(other.submit(import_text, text).result(timeout=60).table) == 1


NO_DATE, NO_SUCH_DAY = {14, 15, 33}, {19, 37}


@pytest.fixture(scope="module")
def answered() -> Outcome:
    return read_sample(NAME, ANSWERS)


def cells_by_row() -> dict[int, dict[str, str]]:
    with (SAMPLES / NAME).open(encoding="utf-8-sig", newline="") as file:
        return dict(enumerate(csv.DictReader(file), start=2))


def show_count(count: dict[str, int] | None) -> str:
    if count is None:
        return ""
    if "best" in count:
        return str(count["best"])
    return f"{count['low']}..{count['high']}" if "low" in count else "?"


def test_every_row_has_the_value_that_a_person_gives_it(answered: Outcome) -> None:
    right = read_right()
    events = {one["id"]: one for one in check_made(answered, "Asia/Aden").values()}
    assert {made.row for made in answered.made} == set(right)
    for made in answered.made:
        wanted = right[made.row]
        whole: Any = events[made.id]["properties"]
        for end in ("start", "end"):
            found = datetime.fromisoformat(whole[end]).astimezone(UTC)
            assert found.isoformat()[:16] == wanted[end], made.row
        geometry: Any = made.feature["geometry"]
        if wanted["lat"]:
            lon, lat = geometry["coordinates"]
            assert (lat, lon) == pytest.approx((float(wanted["lat"]), float(wanted["lon"])))
        else:
            assert geometry is None
        members: Any = made.feature["properties"]
        assert show_count(members.get("killed")) == wanted["killed"], made.row
        assert show_count(members.get("injured")) == wanted["injured"], made.row
        accusing = [one for one in members.get("claims", ()) if one["stance"] == "accuses"]
        names = ["/".join(one.get("accuses", ["*"])) for one in accusing]
        assert "".join(names) == wanted["accuses"], made.row


def test_anything_but_a_date_is_rejected_by_number_with_the_reason(answered: Outcome) -> None:
    rejected = {one.row: one for one in answered.rejected}
    assert set(rejected) == NO_DATE | NO_SUCH_DAY
    assert rejected[14].reason == "Date: found nothing, wanted a date: an event needs one"
    assert rejected[19].reason == "Date: found '29 février 2023', wanted a day that exists"


def test_blank_rows_headings_and_totals_are_named(answered: Outcome) -> None:
    remarks = "\n".join(answered.remarks)
    assert "row 32: one cell alone, a heading, skipped: 'JUNE 2023'" in remarks
    assert "row 42: a total, skipped" in remarks
    assert "row 22: blank, skipped" in remarks


def test_every_row_is_somewhere_and_no_cell_is_lost(answered: Outcome) -> None:
    rows = cells_by_row()
    numbers = {one.row for one in answered.made} | {one.row for one in answered.rejected}
    assert set(rows) - numbers == {22, 32, 42}
    for row, members in members_of(answered).items():
        made = next(one for one in answered.made if one.row == row)
        text = json.dumps(made.feature, ensure_ascii=False)
        for column in ("What happened", "Location", "Who is blamed", "Casualties", "Notes"):
            assert rows[row][column] in text, (row, column)
        source = rows[row]["Source link"]
        for address in source.replace('"', " ").replace("(", " ").split():
            if "example" in address:
                assert address.strip(",;") in text, row
        clock = rows[row]["Time (local)"]
        is_used = "T" in members["when"] or clock == "00:00"
        assert is_used or clock in members.get("note", ""), row


def test_nothing_is_verified_and_nobody_is_named_as_the_perpetrator(answered: Outcome) -> None:
    for members in members_of(answered).values():
        assert {"verification", "verified_aspects", "attribution"}.isdisjoint(members)
        for claim in members.get("claims", ()):
            assert claim["actor"] == {"name": "Unnamed", "named": False}


@pytest.mark.parametrize("text", ["gear 9 Ä", "Ä"])
def test_an_id_that_is_changed_is_kept_and_its_row_is_named(text: str) -> None:
    outcome = import_text(f"id,title,date\n{text},a,2023-05-03\ngear-8,b,2023-05-03\n")
    first, second = members_of(outcome).values()
    assert first["note"] == f"id: {text}"
    assert "note" not in second
    remark = "column 'id': letters that no id has are replaced; the cell is kept in the desk's note"
    assert outcome.remarks == {remark: [2]}

"""What an import says that it did."""

from geo.importing.outcome.report import describe_columns, describe_outcome, describe_rejected_rows
from tests.importing.reading import import_text

TEXT = "title,date,memo\nA fire,2023-05-03,first\nB fire,2023-02-30,=1+1\nC fire,03/05/2023,third\n"


def test_each_column_is_named_with_what_it_is_read_as() -> None:
    title, date, memo = describe_columns(import_text(TEXT))
    assert title.startswith("title: title (")
    assert date.startswith("date: date (")
    assert memo.startswith("memo: kept in the desk's note (")


def test_every_row_is_counted_once() -> None:
    first, *_ = describe_outcome(import_text(TEXT), "t.csv")
    assert first == "t.csv: 3 rows read, 1 give an event, 1 need an answer, 1 rejected"
    alone, *_ = describe_outcome(import_text("title,date\na,2023\n"), "t.csv")
    assert alone == "t.csv: 1 row read, 1 give an event, 0 need an answer, 0 rejected"


def test_many_rejected_rows_are_summed_up_at_the_end() -> None:
    outcome = import_text("title,date\n" + "".join(f"a{at},2023-02-30\n" for at in range(43)))
    lines = list(describe_rejected_rows(outcome))
    assert lines[0].startswith("row 2, date: found '2023-02-30'")
    assert len(lines) == 41
    assert lines[-1] == "3 more rows are rejected"


def _say(text: str, zone: str) -> list[str]:
    return describe_outcome(import_text(text, zone=zone), "t.csv")[1:]


def test_zones_that_are_not_the_storys_are_named_with_their_rows() -> None:
    header = "title,date,lat,lon\n"
    rows = "a,2024-04-02,48.85,2.35\nb,2024-04-02,-21.6,-175.2\nc,2024-04-02,48.86,2.35\n"
    assert _say(header + rows, "Pacific/Tongatapu") == [
        "  at sea: on the clock of the story, Pacific/Tongatapu (row 3)",
        "  on the clock of Europe/Paris, by the coordinates (rows 2, 4)",
    ]
    assert _say(header + rows, "UTC")[0] == (
        "  at sea: read as UTC, the zone of a story that names none (row 3)"
    )
    assert _say(header + "a,2024-04-02,48.85,2.35\nb,2024-04-02,,\n", "Europe/Paris") == []


def test_zones_of_few_rows_are_summed_up() -> None:
    capitals = [(48.85, 2.35), (52.52, 13.4), (41.9, 12.5), (40.42, -3.7), (59.33, 18.06)]
    capitals += [(60.17, 24.94), (59.91, 10.75), (55.68, 12.57), (38.72, -9.14), (50.08, 14.42)]
    capitals += [(48.21, 16.37), (47.5, 19.04), (50.85, 4.35), (51.51, -0.13)]
    places = enumerate([*capitals, capitals[-1]])
    rows = [f"a{at},2024-04-02,{lat},{lon}\n" for at, (lat, lon) in places]
    said = _say("title,date,lat,lon\n" + "".join(rows), "Asia/Aden")
    assert said[0] == "  on the clock of Europe/London, by the coordinates (rows 15, 16)"
    assert len(said) == 13
    assert said[-1] == "  2 more rows on the clocks of 2 other zones, by the coordinates"

"""What a column holds, by its name and its cells."""

from tests.importing.reading import import_text, members_of


def test_the_column_of_the_event_counts_among_several_dates() -> None:
    rows = "2023-06-01 10:00:00,3 May 2023,a\n2023-06-02 11:00,TBC,b\n"
    outcome = import_text("Timestamp,Incident date,title\n" + rows)
    assert [one["when"] for one in members_of(outcome).values()] == ["2023-05-03"]
    assert members_of(outcome)[2]["note"] == "Timestamp: 2023-06-01 10:00:00"
    days = "Day,Date,title\nA,2023-05-03,a\nB,2023-05-04,b\n"
    assert len(import_text(days).made) == 2

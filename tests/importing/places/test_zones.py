"""Which clock is used at a place."""

import pytest

from geo.importing.places.zones import find_zone
from tests.importing.reading import import_text, members_of

# Tonga is 13 hours before UTC; at its longitude a ship would be 12 hours behind.
TWO_ACCOUNTS = (
    "title,date,time,lat,lon\n"
    "In the harbour,2024-04-02,06:00,-21.13,-175.20\n"
    "Offshore,2024-04-02,06:00,-21.60,-175.20\n"
    "Across the line,2024-04-02,,-20.00,179.99\n"
)


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        (-175.20, -21.13, "Pacific/Tongatapu"),
        (2.35, 48.85, "Europe/Paris"),
        (362.35, 48.85, "Europe/Paris"),
        (-175.20, -21.60, None),
        (179.99, -20.0, None),
        (-180.0, -20.0, None),
        (180.0, -20.0, None),
        (0.0, 90.0, None),
        (-30.0, 0.0, None),
    ],
)
def test_only_land_and_its_coast_have_a_zone(lon: float, lat: float, zone: str | None) -> None:
    assert find_zone(lon, lat) == zone


def test_two_accounts_of_one_night_stay_on_one_day_across_the_date_line() -> None:
    events = members_of(import_text(TWO_ACCOUNTS, zone="Pacific/Tongatapu"))
    assert [(one["when"], one.get("tz")) for one in events.values()] == [
        ("2024-04-02T06:00", None),
        ("2024-04-02T06:00", None),
        ("2024-04-02", None),
    ]


def test_the_zone_that_a_row_names_counts_at_sea_too() -> None:
    text = "title,date,tz,lat,lon\nOffshore,2024-04-02,Pacific/Apia,-21.60,-175.20\n"
    outcome = import_text(text, zone="Pacific/Tongatapu")
    assert [one["tz"] for one in members_of(outcome).values()] == ["Pacific/Apia"]
    assert not any("at sea" in text for text in outcome.remarks)

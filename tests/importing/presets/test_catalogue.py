"""Well-known data sets, each by an invented sample in its layout."""

from typing import Any

import pytest

from geo.events import Reading
from geo.importing import Destination, Outcome, Request, import_file
from geo.importing.columns.mapping import MappingError
from geo.importing.outcome.checked import check_made, parse_features
from geo.importing.presets.catalogue import find_preset, list_presets
from geo.importing.tables import any_file
from tests.importing.reading import SAMPLES, members_of, read_sample

FILES = {
    "acled": "acled.csv",
    "ucdp-ged": "ucdp-ged.csv",
    "usgs": "usgs.geojson",
    "gdelt": "gdelt.export.CSV",
    "civilian-harm": "civilian-harm.json",
    "timemap": "timemap.json",
    "geoconfirmed": "geoconfirmed.kml",
    "my-maps": "my-maps.csv",
}


def read_preset(name: str) -> Outcome:
    options = any_file.FileOptions(header=find_preset(name).header)
    content = (SAMPLES / FILES[name]).read_bytes()
    preset = "gdelt" if name == "gdelt" else None
    request = Request(preset=preset, options=options)
    return import_file(content, FILES[name], Destination("Asia/Aden", stem="s"), request)


def times_of(outcome: Outcome) -> list[tuple[str, str]]:
    reading: Reading = parse_features([one.feature for one in outcome.made], "Asia/Aden")
    events = reading.events
    return [
        (start.isoformat()[:16], end.isoformat()[:16])
        for start, end in zip(events["start_local"], events["end_local"], strict=True)
    ]


def test_every_preset_has_a_sample() -> None:
    assert set(FILES) == set(list_presets())


@pytest.mark.parametrize("name", list(FILES))
def test_a_sample_is_known_by_its_columns_and_gives_events(name: str) -> None:
    outcome = read_preset(name)
    assert any(f" {name}" in text for text in outcome.remarks)
    assert outcome.rejected == []
    assert outcome.waiting == []
    assert len(check_made(outcome, "Asia/Aden")) == len(outcome.table)


@pytest.mark.parametrize("name", list(FILES))
def test_no_preset_verifies_or_attributes(name: str) -> None:
    for members in members_of(read_preset(name)).values():
        assert {"verification", "verified_aspects", "attribution"}.isdisjoint(members)
        assert all(claim["stance"] == "asserts" for claim in members.get("claims", ()))


@pytest.mark.parametrize("name", list(FILES))
def test_no_cell_of_a_sample_is_lost(name: str) -> None:
    outcome = read_preset(name)
    for made in outcome.made:
        members: Any = made.feature["properties"]
        note = str(members.get("note", ""))
        for column in outcome.columns:
            if column.use is None and (cell := made.cells.get(column.column)):
                assert f"{column.column}: {cell}" in note


def test_acled_dates_are_as_wide_as_it_says_that_they_are_known() -> None:
    times = times_of(read_preset("acled"))
    assert times == [
        ("2023-05-03T00:00", "2023-05-04T00:00"),
        ("2023-05-04T00:00", "2023-05-17T00:00"),
        ("2023-05-01T00:00", "2023-06-01T00:00"),
    ]


def test_acled_codes_become_words() -> None:
    first, second, third = members_of(read_preset("acled")).values()
    places = [one["location_precision"] for one in (first, second, third)]
    assert places == ["town", "district", "region"]
    assert first["event_type"] == "missile_or_shelling"
    assert third["event_type"] == "arrest"
    assert "sub_event_type: Armed clash" in second["note"]
    assert first["sources"] == [{"publisher": "Harbour Herald"}, {"publisher": "Radio Gulf"}]
    assert first["summary"] == "ACLED: Shells were reported near the market."
    [claim] = first["claims"]
    assert claim["actor"] == {"name": "ACLED", "kind": "analyst"}
    assert first["killed"] == {"best": 2, "claim": claim["id"]}


def test_ucdp_has_low_best_and_high_and_both_days() -> None:
    outcome = read_preset("ucdp-ged")
    [members] = members_of(outcome).values()
    assert members["killed"] == {"low": 2, "best": 3, "high": 5, "claim": "c1"}
    assert members["when"] == "2025-03-01/2025-03-02"
    assert members["location_precision"] == "town"
    assert "date_prec: 1 (the day is known)" in members["note"]


def test_usgs_times_are_instants_in_utc() -> None:
    [members] = members_of(read_preset("usgs")).values()
    # 1528967533 seconds: 14 June 2018, 09:12:13 UTC.
    assert members["when"] == "2018-06-14T09:12Z"
    assert members["sources"] == ["https://quakes.example/hv1"]


def test_gdelt_is_read_without_a_header() -> None:
    outcome = read_preset("gdelt")
    first, second = members_of(outcome).values()
    assert (first["when"], second["when"]) == ("2023-05-03", "2023-05-04")
    assert first["place"] == "Aden, 'Adan, Yemen"
    assert [made.id for made in outcome.made] == ["gdelt-1100000001", "gdelt-1100000002"]


def test_months_are_first_in_timemap_and_civilian_harm() -> None:
    [members] = members_of(read_preset("timemap")).values()
    assert members["when"] == "2023-03-12T14:30~"
    [members] = members_of(read_preset("civilian-harm")).values()
    assert members["when"] == "2022-02-24"
    assert members["sources"] == ["https://posts.example/1", "https://posts.example/2"]
    assert "Type of area affected: Residential" in members["note"]


def test_a_date_in_brackets_is_the_date_of_a_placemark() -> None:
    first, second = members_of(read_preset("geoconfirmed")).values()
    assert (first["title"], first["when"]) == ("A drone over the harbour", "2023-05-03")
    assert first["sources"] == ["https://example.org/a", "https://example.org/b"]
    assert first["note"] == "folder: Drones"
    assert second["when"] == "2023-05-02/2023-05-03"
    assert second["sources"] == ["https://example.org/c"]


def test_my_maps_keep_lines() -> None:
    shapes: list[Any] = [one.feature["geometry"] for one in read_preset("my-maps").made]
    assert [shape["type"] for shape in shapes] == ["Point", "LineString"]


def test_hxl_tags_say_what_columns_of_any_name_hold() -> None:
    outcome = read_sample("hxl.csv")
    [made] = outcome.made
    members: Any = made.feature["properties"]
    assert made.id == "a-1"
    assert members["title"] == "Un incendie a été signalé"
    assert members["killed"]["best"] == 2
    assert "row 2: a row of HXL tags, read as such" in outcome.remarks


def test_an_unknown_preset_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(MappingError, match=r"found 'acledd', wanted one of acled, .*did you mean"):
        find_preset("acledd")

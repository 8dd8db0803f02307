"""Lines and areas in a cell of WKT."""

import json

import pytest

from tests.importing.reading import import_text


@pytest.mark.parametrize(
    "column", ["Coordinates", "wkt", "Geometry (WKT)", "location.wkt", "Drawn by hand"]
)
def test_a_line_or_an_area_in_wkt_is_the_place_in_any_column(column: str) -> None:
    rows = (
        'A fire,2023-05-03,"polygon((45 12, 46 12.5, 45 13, 45 12))"\n'
        'A blast,2023-05-04,"LINESTRING Z (45 12 7, 46 12.5 8)"\n'
    )
    area, line = import_text(f"title,date,{column}\n{rows}").made
    ring = [[45, 12], [46, 12.5], [45, 13], [45, 12]]
    assert json.loads(json.dumps(area.feature["geometry"])) == {
        "type": "Polygon",
        "coordinates": [ring],
    }
    assert json.loads(json.dumps(line.feature["geometry"])) == {
        "type": "LineString",
        "coordinates": ring[:2],
    }


def test_wkt_that_cannot_be_read_is_rejected_by_its_column() -> None:
    [rejected] = import_text('title,date,coordinates\na,2023,"POLYGON ((45 12, 46 13))"\n').rejected
    assert rejected.reason == (
        "coordinates: found 'POLYGON ((45 12, 46 13))', wanted a geometry in WKT, lon before lat"
    )

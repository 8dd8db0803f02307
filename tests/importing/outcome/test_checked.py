"""What a table gives is read once more as a story's file is."""

import json

from tests.importing.reading import import_text


def test_deep_coordinates_are_refused_without_a_crash() -> None:
    deep = "[" * 150 + "1" + "]" * 150
    text = json.dumps({"type": "FeatureCollection", "features": []}).replace(
        "[]",
        '[{"type":"Feature","properties":{"title":"x","date":"2023-05-03"},'
        '"geometry":{"type":"Point","coordinates":' + deep + "}}]",
    )
    outcome = import_text(text, name="a.geojson")
    from geo.importing.outcome.checked import check_made

    check_made(outcome, "UTC")
    assert len(outcome.rejected) == 1

"""The base map of a one-file briefing."""

from geo.publishing.one_file.map_content import simplify_basemap
from geo.story.view import View


def test_a_lighter_map_has_one_drawing_of_each_part_for_all_zooms(view: View) -> None:
    from geo.drawing.basemap import read_basemap

    full = read_basemap(view.story.basemap, view.folder, view.record.borders[0])
    light = simplify_basemap(full)
    parts = [sheet.part for sheet in light.sheets]
    assert parts == list(dict.fromkeys(sheet.part for sheet in full.sheets))
    assert all(sheet.max_zoom == 24.0 for sheet in light.sheets)
    assert {sheet.part: sheet.min_zoom for sheet in light.sheets} == {
        part: min(sheet.min_zoom for sheet in full.sheets if sheet.part == part) for part in parts
    }
    assert sum(len(sheet.geojson) for sheet in light.sheets) < 700_000
    assert light.places == full.places

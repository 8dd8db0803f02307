"""The base map of a one-file briefing."""

from geo.publishing.one_file.map_content import simplify_basemap
from geo.story.view import View


def test_a_lighter_map_has_one_drawing_of_each_part_for_all_zooms(view: View) -> None:
    from geo.drawing.basemap.basemap import read_basemap

    full = read_basemap(view.story.basemap, view.folder, view.record.borders[0])
    light = simplify_basemap(full)
    parts = [drawing.part for drawing in light.drawings]
    assert parts == list(dict.fromkeys(drawing.part for drawing in full.drawings))
    assert all(drawing.max_zoom == 24.0 for drawing in light.drawings)
    assert {drawing.part: drawing.min_zoom for drawing in light.drawings} == {
        part: min(drawing.min_zoom for drawing in full.drawings if drawing.part == part)
        for part in parts
    }
    assert sum(len(drawing.geojson) for drawing in light.drawings) < 700_000
    assert light.places == full.places

"""What lies where on the sheet, computed here another way and read from the pixels."""

from pathlib import Path

import numpy as np
import pytest

from geo.drawing.colours.palette import DARK, LIGHT, Palette
from geo.drawing.picture.compose import frame_map
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.map_frame import MapFrame
from geo.drawing.picture.paper import CARD, PLATE, Picture
from geo.story.view import open_view
from tests.drawing.picture.reading import DRONE, FIJI, place_by_hand, read_pixels, read_words
from tests.shipped_record import open_shipped


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)])
def test_a_mark_is_where_the_projection_says_in_the_colour_of_its_group(
    lone: Path, dark: bool, palette: Palette
) -> None:
    view, picture = open_view(lone, "view=2,2,6.5"), Picture(paper=CARD, dark=dark)
    image = read_pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    assert tuple(image[round(y), round(x)]) == palette.hues[0]
    reds = np.argwhere((image == palette.hues[0]).all(axis=2))
    # The legend and the accent have the same colour: only what lies near the mark counts.
    near = reds[(abs(reds[:, 1] - x) < 40) & (abs(reds[:, 0] - y) < 40)]
    assert near.mean(axis=0) == pytest.approx([y - 0.5, x - 0.5], abs=0.6)


def test_a_plate_shows_what_a_screen_shows_and_no_words_beside_it() -> None:
    # The window of the map on a screen is wider than the sheet: its edges must not be lost.
    link = f"event={DRONE}&view=36,52.4,3.5&to=2023-05-02"
    view = open_shipped(link)
    words = read_words(draw_picture(view, Picture("svg", PLATE)))
    assert "500 km" in words
    assert "First of two" not in words
    frame = frame_map(view, Picture("svg", PLATE))
    camera = view.link.camera
    assert camera is not None
    screen = MapFrame(0, 0, 640, 360, camera)
    west, south, east, north = screen.bounds()
    shown = frame.bounds()
    assert shown[0] <= west
    assert shown[1] <= south
    assert shown[2] >= east
    assert shown[3] >= north


@pytest.mark.parametrize("link", ["", "event=light-west", "event=light-east", "view=179.99,-17,8"])
def test_events_on_both_sides_of_180_degrees_lie_side_by_side(link: str) -> None:
    view, picture = open_view(FIJI, link), Picture(paper=CARD)
    frame = frame_map(view, picture)
    events = view.record.events
    across = events[abs(events["lon"]) > 179]
    assert set(np.sign(across["lon"])) == {-1, 1}
    places = frame.place(across["lon"].to_numpy(), across["lat"].to_numpy())
    assert np.ptp(places[:, 0]) < 2 / 360 * frame.world_px
    assert draw_picture(view, picture).startswith(b"\x89PNG")

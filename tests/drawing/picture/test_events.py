"""Discs and marks on paper, read from the pixels."""

from pathlib import Path

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.drawing.colours.palette import LIGHT
from geo.drawing.picture.draw import draw_picture
from geo.drawing.picture.paper import CARD, HALF_A4, Picture
from geo.story.view import open_view
from tests.drawing.picture.reading import place_by_hand, read_pixels, read_words
from tests.event_texts import record
from tests.story_folders import point, write_story


def test_a_disc_has_its_true_size(lone: Path) -> None:
    view, picture = open_view(lone, "view=4,3,7&group=south"), Picture(paper=HALF_A4)
    image = read_pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 4, 3)
    row = image[round(y)]
    inside = np.flatnonzero((row[int(x) - 500 : int(x) + 500] != LIGHT.sea).any(axis=1))
    edge = Geodesic.WGS84.Direct(3, 4, 90, 60_000)
    by_geodesic = place_by_hand(view, picture, edge["lon2"], edge["lat2"])[0] - x
    # One pixel for the line; half a percent for the sphere on which the map draws discs.
    assert (inside[-1] - inside[0] + 1) / 2 == pytest.approx(by_geodesic, rel=0.005, abs=2)


def test_an_event_that_is_filtered_away_is_not_drawn(lone: Path) -> None:
    view, picture = open_view(lone, "view=2,2,6.5&group=south"), Picture(paper=CARD)
    image = read_pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    assert tuple(image[round(y), round(x)]) == LIGHT.sea


def test_an_event_that_only_possibly_belongs_is_paler(tmp_path: Path) -> None:
    part = {"start": "2023-05-03T00:00:00+03:00", "end": "2023-05-04T00:00:00+03:00"}
    event = record(geometry=point(0.5, 3), verification="verified", time_precision="day", **part)
    folder = write_story(tmp_path, event)
    link = "view=0.5,3,7&from=2023-05-03T06:00&to=2023-05-05"
    view, picture = open_view(folder, link), Picture(paper=CARD)
    image = read_pixels(draw_picture(view, picture))
    x, y = place_by_hand(view, picture, 0.5, 3)
    red, sea = np.array(LIGHT.hues[0]), np.array(LIGHT.sea)
    share = (image[round(y), round(x)] - sea)[1] / (red - sea)[1]
    assert share == pytest.approx(0.45, abs=0.05)
    said = read_words(draw_picture(view, Picture("svg", CARD)))
    assert "only possibly" in said
    assert "1 event, 1 of them only possibly" in said

"""The pictures of the marks show the verification of an event."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from geo.drawing.colours.palette import LIGHT
from geo.drawing.marks.atlas import draw_atlas, draw_ring
from geo.drawing.marks.marks import MARKS

Pixels = NDArray[np.uint8]


def picture(verification: str) -> Pixels:
    png, cells = draw_atlas()
    pixels = np.asarray(Image.open(io.BytesIO(png)))
    side = len(pixels)
    return pixels[:, cells[verification] * side : (cells[verification] + 1) * side]


def share_of_colour(pixels: Pixels) -> float:
    """Return which part of the pixels within the halo is the mark."""
    return float((pixels[pixels[..., 1] > 250][:, 0] > 235).mean())


def test_the_surer_the_fuller() -> None:
    solid, half, hollow, dashed = (
        share_of_colour(picture(word))
        for word in ("verified", "partly_verified", "unverified", "disputed")
    )
    assert solid > half > hollow > dashed > 0.1


def test_a_solid_mark_covers_what_its_radius_says() -> None:
    # A disc of radius 6.5 on a halo of radius 8.5.
    assert abs(share_of_colour(picture("verified")) - 6.5**2 / 8.5**2) < 0.03


def test_a_retracted_event_is_struck_through() -> None:
    struck, hollow = picture("retracted"), picture("unverified")
    middle = len(struck) // 2
    assert share_of_colour(struck[middle - 2 : middle + 2, middle - 2 : middle + 2]) > 0.9
    assert share_of_colour(hollow[middle - 2 : middle + 2, middle - 2 : middle + 2]) == 0


def test_half_is_the_left_half() -> None:
    pixels = picture("partly_verified")
    middle = pixels.shape[1] // 2
    assert share_of_colour(pixels[:, :middle]) > 2 * share_of_colour(pixels[:, middle:])


def test_every_mark_has_a_halo_and_clear_corners() -> None:
    for word in MARKS:
        mark, halo = picture(word)[..., 0], picture(word)[..., 1]
        middle = len(halo) // 2
        edge = np.flatnonzero(halo[middle] > 250)[0] + 1
        assert mark[middle, edge] == 0
        assert halo[0, 0] == halo[-1, -1] == 0


def test_a_mark_never_leaves_its_halo() -> None:
    for word in MARKS:
        assert (picture(word)[..., 0] <= picture(word)[..., 1]).all()


def test_words_of_one_mark_share_its_square() -> None:
    png, cells = draw_atlas()
    image = Image.open(io.BytesIO(png))
    assert cells["false"] == cells["retracted"] != cells["disputed"]
    assert sorted(set(cells.values())) == list(range(image.width // image.height))


def test_the_ring_leaves_its_mark_in_sight() -> None:
    png, mapping = draw_ring(LIGHT.ink, LIGHT.halo)
    pixels = np.asarray(Image.open(io.BytesIO(png)))
    assert pixels.shape[0] == mapping["ring"]["height"]
    middle = len(pixels) // 2
    assert pixels[middle, middle, 3] == 0
    assert pixels[middle, :, 3].max() == 255

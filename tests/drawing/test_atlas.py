"""The pictures of the marks say how far an event is verified."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from geo.drawing.atlas import NO_MARK, draw_atlas, draw_ring
from geo.drawing.marks import MARKS
from geo.drawing.palette import LIGHT

RED = LIGHT.hues[0]
Pixels = NDArray[np.uint8]


def picture(verification: str) -> Pixels:
    png, mapping = draw_atlas([RED], LIGHT.halo)
    place = mapping[f"{bytes(RED).hex()} {verification}"]
    x, y, width, height = (int(place[name]) for name in ("x", "y", "width", "height"))
    return np.asarray(Image.open(io.BytesIO(png)))[y : y + height, x : x + width]


def share_of_colour(pixels: Pixels) -> float:
    """Return which part of the opaque pixels has the mark's own colour."""
    opaque = pixels[..., 3] > 250
    return float((np.abs(pixels[opaque][:, :3].astype(int) - RED).max(axis=1) < 20).mean())


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
        pixels = picture(word)
        middle = len(pixels) // 2
        halo = pixels[middle, np.flatnonzero(pixels[middle, :, 3] > 250)[0] + 1]
        assert tuple(halo[:3]) == LIGHT.halo
        assert pixels[0, 0, 3] == pixels[-1, -1, 3] == 0


def test_the_picture_of_no_mark_has_no_extent() -> None:
    _, mapping = draw_atlas([RED], LIGHT.halo)
    assert mapping[NO_MARK]["width"] == mapping[NO_MARK]["height"] == 0


def test_equal_colours_share_their_marks() -> None:
    assert draw_atlas([RED, RED], LIGHT.halo) == draw_atlas([RED], LIGHT.halo)


def test_the_ring_leaves_its_mark_in_sight() -> None:
    png, mapping = draw_ring(LIGHT.ink, LIGHT.halo)
    pixels = np.asarray(Image.open(io.BytesIO(png)))
    assert pixels.shape[0] == mapping["ring"]["height"]
    middle = len(pixels) // 2
    assert pixels[middle, middle, 3] == 0
    assert pixels[middle, :, 3].max() == 255

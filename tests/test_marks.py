"""The pictures of the marks say how far an event is verified."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from geo.drawing.marks import NO_MARK, SHAPES, mark_atlas, ring_icon
from geo.drawing.palette import LIGHT
from geo.events.vocabulary import VOCABULARY

RED = LIGHT.hues[0]


def picture(verification: str) -> NDArray[np.uint8]:
    png, mapping = mark_atlas([RED], LIGHT.halo)
    place = mapping[f"{bytes(RED).hex()} {verification}"]
    x, y, width, height = (int(place[name]) for name in ("x", "y", "width", "height"))
    return np.asarray(Image.open(io.BytesIO(png)))[y : y + height, x : x + width]


def share_of_colour(pixels: NDArray[np.uint8]) -> float:
    """Which part of the opaque pixels has the mark's own colour."""
    opaque = pixels[..., 3] > 250
    return float((np.abs(pixels[opaque][:, :3].astype(int) - RED).max(axis=1) < 20).mean())


def test_every_word_of_verification_has_a_mark() -> None:
    assert set(SHAPES) == set(VOCABULARY["verification"])


def test_the_surer_the_fuller() -> None:
    solid, half, hollow, dashed = (
        share_of_colour(picture(word))
        for word in ("verified", "partly_verified", "unverified", "disputed")
    )
    assert solid > half > hollow > dashed > 0.1


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
    for word in SHAPES:
        pixels = picture(word)
        middle = len(pixels) // 2
        halo = pixels[middle, np.flatnonzero(pixels[middle, :, 3] > 250)[0] + 1]
        assert tuple(halo[:3]) == LIGHT.halo
        assert pixels[0, 0, 3] == pixels[-1, -1, 3] == 0


def test_the_picture_of_no_mark_has_no_extent() -> None:
    _, mapping = mark_atlas([RED], LIGHT.halo)
    assert mapping[NO_MARK]["width"] == mapping[NO_MARK]["height"] == 0


def test_equal_colours_share_their_marks() -> None:
    assert mark_atlas([RED, RED], LIGHT.halo) == mark_atlas([RED], LIGHT.halo)


def test_the_ring_leaves_its_mark_in_sight() -> None:
    png, mapping = ring_icon(LIGHT.ink, LIGHT.halo)
    pixels = np.asarray(Image.open(io.BytesIO(png)))
    assert pixels.shape[0] == mapping["ring"]["height"]
    middle = len(pixels) // 2
    assert pixels[middle, middle, 3] == 0
    assert pixels[middle, :, 3].max() == 255

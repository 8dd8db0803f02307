"""Colours stay apart for readers who see them differently, and in grey print."""

from itertools import combinations

import numpy as np
import pytest

from geo.drawing.colours.palette import DARK, LIGHT, Colour, Palette
from geo.events.geometry.arrays import Floats

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

# Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, severity 1.0, on linear sRGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
# sRGB to XYZ under D65 (IEC 61966-2-1), and the white that it gives.
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


def linear(colour: Colour) -> Floats:
    encoded = np.array(colour) / 255
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def lab(light: Floats) -> Floats:
    x, y, z = TO_XYZ @ np.clip(light, 0, 1) / TO_XYZ.sum(axis=1)
    fx, fy, fz = (np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def ciede2000(one: Floats, other: Floats) -> float:
    """After Sharma, Wu and Dalal (2005), doi:10.1002/col.20070."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = (1 - np.sqrt(mean_chroma**7 / (mean_chroma**7 + 25.0**7))) / 2
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2([b1, b2], [a1, a2])) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    lightness, chroma, hue = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * np.cos(np.radians(hue - 30))
        + 0.24 * np.cos(np.radians(2 * hue))
        + 0.32 * np.cos(np.radians(3 * hue + 6))
        - 0.20 * np.cos(np.radians(4 * hue - 63))
    )
    s_l = 1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2)
    s_c, s_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    r_c = 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    r_t = -r_c * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    d_l, d_c = (l2 - l1) / s_l, (c2 - c1) / s_c
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / s_h
    return float(np.sqrt(d_l**2 + d_c**2 + d_h**2 + r_t * d_c * d_h))


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def shades(palette: Palette) -> tuple[Colour, ...]:
    return (*palette.hues, palette.grey)


def test_the_difference_formula_gives_published_values() -> None:
    # Rows 1, 9 and 20 of table 1 in Sharma, Wu and Dalal (2005).
    assert ciede2000(
        np.array([50, 2.6772, -79.7751]), np.array([50, 0, -82.7485])
    ) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000(np.array([50, -1, 2]), np.array([50, 0, 0])) == pytest.approx(2.3669, abs=1e-4)
    assert ciede2000(np.array([50, 2.5, 0]), np.array([58, 24, 15])) == pytest.approx(
        19.4535, abs=1e-4
    )


@THEMES
@pytest.mark.parametrize("sight", SIGHT)
def test_every_two_shades_differ_for_every_sight(palette: Palette, sight: str) -> None:
    seen = [lab(SIGHT[sight] @ linear(colour)) for colour in shades(palette)]
    assert min(ciede2000(one, other) for one, other in combinations(seen, 2)) > 8


@THEMES
def test_every_two_shades_differ_in_grey(palette: Palette) -> None:
    lightness = sorted(float(lab(linear(colour))[0]) for colour in shades(palette))
    assert min(np.diff(lightness)) > 3.5


@THEMES
def test_the_first_three_and_the_grey_differ_more(palette: Palette) -> None:
    lightness = sorted(float(lab(linear(c))[0]) for c in (*palette.hues[:3], palette.grey))
    assert min(np.diff(lightness)) > 7


@THEMES
def test_every_shade_differs_clearly_from_every_ground(palette: Palette) -> None:
    for ground in (palette.land, palette.home, palette.sea, palette.halo):
        assert min(contrast(colour, ground) for colour in shades(palette)) >= 3


@THEMES
def test_names_of_cities_can_be_read(palette: Palette) -> None:
    for ground in (palette.land, palette.home, palette.halo):
        assert contrast(palette.city, ground) >= 4.5
    assert contrast(palette.ink, palette.halo) >= 7


@THEMES
def test_the_measured_border_is_stronger_than_any_other_line(palette: Palette) -> None:
    border = contrast(palette.border, palette.land)
    country = contrast(palette.country_line, palette.land)
    region = contrast(palette.region_line, palette.land)
    assert border > 2.5 > country > region > 1

"""The colours of the map: calm land and water, and hues that every reader can distinguish."""

from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]


def _parse_colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text)
    return red, green, blue


def _parse_colours(text: str) -> tuple[Colour, ...]:
    return tuple(_parse_colour(each) for each in text.split())


@dataclass(frozen=True)
class Palette:
    """One theme's colours, red, green, blue of 0 to 255.

    Attributes
    ----------
    sea, land, home, lake, urban : Colour
        Areas; `home` is the area whose border is measured, `urban` what is built up.
    border : Colour
        The line that is measured.
    country_line, region_line, river : Colour
        Lines between countries, between regions of one country, and along rivers.
    green, building : Colour
        Areas of a street map: parks and woods, houses.
    road, street, rail, runway : Colour
        Lines of main roads, of all other ones, of railways, and of runways.
    city, place, water : Colour
        Names of cities, of countries, of seas.
    halo : Colour
        What separates marks and words from the map below them.
    ink : Colour
        The selected event: its ring, its line to the border, the words on it.
    hues : tuple of Colour
        For groups and types of events, the most important first.
    grey : Colour
        For all others.
    """

    sea: Colour
    land: Colour
    home: Colour
    lake: Colour
    urban: Colour
    border: Colour
    country_line: Colour
    region_line: Colour
    river: Colour
    green: Colour
    building: Colour
    road: Colour
    street: Colour
    rail: Colour
    runway: Colour
    city: Colour
    place: Colour
    water: Colour
    halo: Colour
    ink: Colour
    hues: tuple[Colour, ...]
    grey: Colour


# The hues and greys were found by a search that kept apart, for each pair of a theme, colour
# (CIEDE2000) under normal sight, protanopia and deuteranopia, and lightness, for grey print.
# tests/drawing/colours/test_palette.py states by how much, and the contrast with land, home and
# sea.
LIGHT = Palette(
    sea=_parse_colour("dde6eb"),
    land=_parse_colour("f6f5f2"),
    home=_parse_colour("ecede0"),
    lake=_parse_colour("dde6eb"),
    urban=_parse_colour("e7e3d9"),
    border=_parse_colour("857a5e"),
    country_line=_parse_colour("c3c1bb"),
    region_line=_parse_colour("e3e1db"),
    river=_parse_colour("c9d9e2"),
    green=_parse_colour("e7ece0"),
    building=_parse_colour("d8d2c6"),
    road=_parse_colour("c5baa4"),
    street=_parse_colour("d6cebf"),
    rail=_parse_colour("bdbbb8"),
    runway=_parse_colour("b3b1bb"),
    city=_parse_colour("46484c"),
    place=_parse_colour("92918b"),
    water=_parse_colour("7292a5"),
    halo=_parse_colour("fbfaf8"),
    ink=_parse_colour("1d1f22"),
    hues=_parse_colours("b40f17 cc6719 1e4583 4e6c35 9863a5 1c594f 610242"),
    grey=_parse_colour("6f6d6b"),
)
DARK = Palette(
    sea=_parse_colour("171c22"),
    land=_parse_colour("24292f"),
    home=_parse_colour("2f332f"),
    lake=_parse_colour("171c22"),
    urban=_parse_colour("363a3f"),
    border=_parse_colour("94896a"),
    country_line=_parse_colour("4a5058"),
    region_line=_parse_colour("343a41"),
    river=_parse_colour("2d3b48"),
    green=_parse_colour("272f2b"),
    building=_parse_colour("43484f"),
    road=_parse_colour("585c61"),
    street=_parse_colour("484d54"),
    rail=_parse_colour("50565e"),
    runway=_parse_colour("5d636d"),
    city=_parse_colour("b6babf"),
    place=_parse_colour("767c84"),
    water=_parse_colour("587082"),
    halo=_parse_colour("1b1f24"),
    ink=_parse_colour("f4f4f2"),
    hues=_parse_colours("e24e3f ffbd71 6b9bdc 9dab6a c1b5f6 8ceee1 e45f8c"),
    grey=_parse_colour("bbaead"),
)

THEMES = {"light": LIGHT, "dark": DARK}
"""What each theme is drawn with, by its name in addresses and styles."""

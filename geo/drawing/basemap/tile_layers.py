"""Map tiles as a layer of the base map: what they are, and the colours that they are drawn in."""

from dataclasses import dataclass

import pydeck as pdk

from geo.border.boxes import Box
from geo.drawing.colours.palette import Palette
from geo.story.files.street_map import STREETS_FROM

# Below this zoom the base map says what can be seen.
DETAIL_FROM = 7.0
# From here on built-up areas are those of the tiles.
FINER_FROM = 7.0


@dataclass(frozen=True)
class TileSet:
    """Tiles that a server has.

    Attributes
    ----------
    name : str
        "detail" for those of the world, "streets" for those of a story.
    address : str
        With {z}, {x} and {y} in place of the numbers of a tile.
    min_zoom, max_zoom : int
        Of the tiles. Beyond the highest, the highest are drawn larger.
    bounds : Box
    credits : tuple of str
        Who made them, for the foot of the map: see `join_credits`.
    language : str
        BCP 47, that names are set in where the tiles have them.
    """

    name: str
    address: str
    min_zoom: int
    max_zoom: int
    bounds: Box
    credits: tuple[str, ...]
    language: str = "en"

    @property
    def from_zoom(self) -> float:
        """The zoom from which on they are drawn."""
        return max(DETAIL_FROM if self.name == "detail" else STREETS_FROM, self.min_zoom)


def build_tile_layer(tiles: TileSet, palette: Palette) -> pdk.Layer:
    """Return the layer of some tiles, as geo/drawing/browser/map/tiles/tile_layer.js draws it."""
    return pdk.Layer(
        "MVTLayer",
        id=f"base-tiles-{tiles.name}",
        data=tiles.address,
        extent=list(tiles.bounds),
        tile_zooms=[tiles.min_zoom, tiles.max_zoom],
        min_zoom=tiles.from_zoom,
        lang=pdk.types.String(tiles.language),
        colours={
            "land": palette.land,
            "water": palette.lake,
            "river": palette.river,
            "green": palette.green,
            "urban": palette.urban,
            "building": palette.building,
            "road": palette.road,
            "street": palette.street,
            "rail": palette.rail,
            "runway": palette.runway,
        },
    )

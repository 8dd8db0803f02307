"""What the map looks like while a reader explores: stored once, and not sent at each move."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias, TypedDict

from geo.drawing.basemap.credits import join_credits
from geo.drawing.basemap.tile_layers import TileSet
from geo.drawing.camera import find_bounds
from geo.drawing.colours.event_colours import Colouring
from geo.drawing.colours.palette import Palette
from geo.drawing.marks.marks import POSSIBLE_OPACITY, list_paths
from geo.drawing.store import Store, store_json
from geo.story.view import View

CssColour: TypeAlias = str | tuple[int, int, int]


class GroupStyle(TypedDict):
    """One value of the column that events are coloured by."""

    id: str
    label: str
    colour: CssColour


class PresetOption(TypedDict):
    """A range of dates that the story offers, by its name."""

    id: str
    label: str


@dataclass(frozen=True)
class MapStyle:
    """What map, time bar and list look like, in the terms of their JavaScript.

    Attributes
    ----------
    groups : sequence of GroupStyle
        In stacking order, with the colours of the theme.
    field : str
        The column of the rows that `groups` are the values of.
    bounds : (float, float, float, float)
        West, south, east, north of the whole map; east < west crosses the antimeridian.
    credit : str
        One line at the foot of the map.
    background : CssColour
        Below all layers: the sea.
    presets : sequence of PresetOption
        Ranges of dates that the story offers.
    marks : mapping of str to str
        The SVG path of each word of `verification`; see `geo.drawing.marks.marks`.
    possible_opacity : float
        Of an event that only possibly passes the filters.
    lang : str
        BCP 47, for dates and numbers.
    """

    groups: Sequence[GroupStyle]
    field: str
    bounds: tuple[float, float, float, float]
    credit: str
    background: CssColour
    presets: Sequence[PresetOption]
    marks: Mapping[str, str] = dataclasses.field(default_factory=list_paths)
    possible_opacity: float = POSSIBLE_OPACITY
    lang: str = "en-GB"


def store_map_style(
    view: View,
    colouring: Colouring,
    palette: Palette,
    store: Store,
    tiles: Sequence[TileSet] = (),
) -> str:
    """Return the address of the `MapStyle` of a view, whose map has these tiles too."""
    style = MapStyle(
        groups=[
            {"id": shade.id, "label": shade.label, "colour": shade.colour}
            for shade in colouring.shades
        ],
        field=colouring.field,
        bounds=find_bounds(view.current),
        credit=" · ".join(
            join_credits(view.credits, [credit for each in tiles for credit in each.credits])
        ),
        background=palette.sea,
        presets=[
            {"id": one.id, "label": one.label}
            for one in view.story.presets
            if one.id in view.story.ranges
        ],
    )
    return store_json(asdict(style), "map_style.json", store)

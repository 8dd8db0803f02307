"""How charts look: the colours of the map, with a shade for each word."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from geo.drawing.colours.event_colours import Shade
from geo.drawing.colours.palette import Colour, Palette
from geo.drawing.marks.marks import POSSIBLE_OPACITY


@dataclass(frozen=True)
class Look:
    """How charts are drawn: the theme's palette, and a shade for each word of the field."""

    palette: Palette
    shades: tuple[Shade, ...]

    @property
    def order(self) -> list[str]:
        """The words from the foot of a bar up."""
        return [shade.id for shade in self.shades]

    @property
    def ink(self) -> str:
        """The colour of what is highlighted, as CSS."""
        return css(self.palette.ink)

    def label(self, word: str) -> str:
        """What readers see for a word."""
        return next((shade.label for shade in self.shades if shade.id == word), word)

    def name_words(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows with word and `certain` with what readers see of both.

        Words have the colours that they have on the map; the page names them next to the chart.
        """
        hues = {shade.id: shade.colour for shade in self.shades}
        return rows.assign(
            label=[self.label(word) for word in rows["word"]],
            sure=np.where(rows["certain"], "for certain", "possibly"),
            colour=[
                css(hue if certain else self._mix_with_paper(hue))
                for hue, certain in zip(
                    (hues.get(word, self.palette.grey) for word in rows["word"]),
                    rows["certain"],
                    strict=True,
                )
            ],
        )

    def _mix_with_paper(self, hue: Colour) -> Colour:
        """Mix with paper what is only possible: no grid line may show through a bar."""
        red, green, blue = (
            round(POSSIBLE_OPACITY * own + (1 - POSSIBLE_OPACITY) * paper)
            for own, paper in zip(hue, self.palette.halo, strict=True)
        )
        return red, green, blue


def css(colour: Colour) -> str:
    """Return a colour as CSS writes it."""
    return "#" + bytes(colour).hex()

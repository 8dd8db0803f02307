"""A figure: a chart with what it shows, what it rests on, and its numbers."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

import pandas as pd

from geo.drawing import charts
from geo.drawing.charts import Look
from geo.drawing.colours.event_colours import Shade
from geo.story.parts.annotation import Annotation

if TYPE_CHECKING:
    import altair as alt

Draw = Callable[..., "alt.LayerChart"]


def draw_chart(name: str, *values: object, **options: object) -> "alt.LayerChart":
    """Return a chart of `geo.drawing.charts`, by the name of the function that draws it.

    The function itself would load Altair, which only what is drawn needs.

    Parameters
    ----------
    name : str
    *values, **options
        Of the function.
    """
    draw: Callable[..., alt.LayerChart] = getattr(charts, name)
    return draw(*values, **options)


@dataclass(frozen=True)
class Figure:
    """The words and numbers around a chart.

    Attributes
    ----------
    name : str
        Of its files, its link and its place on the page.
    topic : str
        What is counted, in a few words.
    title : str
        What the numbers say, as far as they are certain.
    reading : str
        How to read it.
    basis : str
        The count it rests on, what was left out, and why.
    numbers : DataFrame
    word_field : str
        The column of the events whose words `numbers` has in its column `word`; "" without one.
    draw : callable
        Returns its chart in a look, with the choices of its function in
        `geo.drawing.charts`. It holds all that it draws as plain values.
    has_key : bool
        Whether its colours are those of the words of the column that the reader splits by.
    notes : tuple of Annotation
        The notes of the story that it marks, in the order of their numbers.
    """

    name: str
    topic: str
    title: str
    reading: str
    basis: str
    numbers: pd.DataFrame
    draw: Draw = field(compare=False)
    word_field: str = ""
    has_key: bool = False
    notes: tuple[Annotation, ...] = ()

    @property
    def alt_text(self) -> str:
        """What the chart shows, for those who do not see it."""
        return f"{self.topic}. {self.title}. {self.basis}"

    def name_words(self) -> pd.DataFrame:
        """Return the numbers with the column `word` named after the field whose words it has."""
        return self.numbers.rename(columns={"word": self.word_field or "word"})

    def hash_drawing(self) -> str:
        """Return a hash of all that the chart is drawn from, but for its look."""
        return sha256(pickle.dumps(self.draw)).hexdigest()

    def list_shades(self, look: Look) -> tuple[Shade, ...]:
        """Return the shades of a look that the chart shows."""
        if not self.has_key:
            return ()
        words = self.numbers["word"]
        if "definite" in self.numbers:
            words = words[self.numbers["definite"] + self.numbers["possible"] > 0]
        used = set(words)
        return tuple(shade for shade in look.shades if shade.id in used)

    @property
    def some_possible(self) -> bool:
        """Whether some of what its colours show is only possible."""
        return self.has_key and bool((self.numbers["possible"] > 0).any())

"""What the colours and marks on a map mean: the rows of every legend, whoever draws it."""

from collections.abc import Container
from dataclasses import asdict, dataclass

from geo.drawing.colours.event_colours import Colouring, Shade
from geo.events.vocabulary import VOCABULARY
from geo.link.fields import COLOURS, FIELDS, ColourField
from geo.story.record import Record


@dataclass(frozen=True)
class LegendRow:
    """A mark and what it means.

    Attributes
    ----------
    id : str
        A word of `verification`, for its mark; or "disc", "possible", "border", "distance".
    label : str
    meaning : str
        In a sentence; "" if the label says all.
    """

    id: str
    label: str
    meaning: str = ""


_DISC = LegendRow("disc", "Somewhere in this circle")
_NOTES = (
    _DISC,
    LegendRow("possible", "Faded: may fall outside your selection"),
    LegendRow("border", "Border, and the distance to it"),
)
# A picture has no selected event, and draws border and distance as lines of two kinds.
PICTURE_NOTES = (
    _DISC,
    LegendRow("possible", "Faded: may fall outside the selection"),
    LegendRow("border", "Border"),
    LegendRow("distance", "Distance to the border"),
)


def list_legend_words(record: Record) -> dict[str, list[dict[str, str]]]:
    """Return the words of the legend that geo/drawing/browser/map/legend.js shows of a record.

    Those of the colours are in the style of its map.
    """
    return {
        "verification": [asdict(row) for row in list_verification(find_used(record))],
        "notes": [asdict(row) for row in list_notes(record)],
        "colours": [_describe_colour_choice(column) for column in COLOURS],
    }


def _describe_colour_choice(column: ColourField) -> dict[str, str]:
    field = FIELDS[column]
    return {
        "id": column,
        "label": f"By {field.title.lower()}",
        "parameter": field.parameter,
    }


def list_notes(record: Record) -> list[LegendRow]:
    """Return the rows of what a map of a record draws beside the marks of events."""
    return [row for row in _NOTES if row.id != "border" or record.borders]


def list_shades(colouring: Colouring, used: Container[str]) -> list[Shade]:
    """Return the shades of the words in use."""
    return [shade for shade in colouring.shades if shade.id in used]


def list_verification(used: Container[str]) -> list[LegendRow]:
    """Return a row for each word of `verification` in use, in the order of the vocabulary."""
    return [
        LegendRow(name, word.label, word.meaning)
        for name, word in VOCABULARY["verification"].items()
        if name in used
    ]


def find_used(record: Record, column: str = "verification") -> set[str]:
    """Return the words of a column of `record.choices` that an event has."""
    return set(record.choices[column].cat.categories)

"""What the map beside a briefing's steps means, and the styles of both, for pages on their own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from geo.drawing.colouring import Colouring, Shade
from geo.drawing.marks import write_svg
from geo.events.vocabulary import VOCABULARY
from geo.story.view import View


def read_steps_style() -> bytes:
    """Return the style sheet of the steps beside their map, which changes what comes before it."""
    return Path(__file__).with_name("steps.css").read_bytes()


def write_swatches(light: Sequence[Shade], dark: Sequence[Shade]) -> str:
    """Return the colours of a legend as rules; a content policy allows no style on an element.

    Parameters
    ----------
    light, dark : sequence of Shade
        Of one colouring, for either theme.
    """
    return "".join(
        f"\n.swatch-{at} {{ background: light-dark(rgb{one.colour}, rgb{other.colour}); }}"
        for at, (one, other) in enumerate(zip(light, dark, strict=True), start=1)
    )


def describe_legend(view: View, colourings: Mapping[str, Colouring]) -> dict[str, object]:
    """Return what the template ``briefing/legend.html`` shows: colours and marks of a record."""
    used = set(view.record.events["verification"])
    words = VOCABULARY["verification"]
    return {
        "shades": colourings["light"].shades,
        "shapes": [(name, word.label) for name, word in words.items() if name in used],
        "mark": write_svg,
    }

"""What colours and marks of a map mean, as a part of a page."""

from collections.abc import Sequence

from geo.drawing.colours.event_colours import Colouring, Shade
from geo.drawing.colours.legend import find_used, list_notes, list_shades, list_verification
from geo.story.record import Record


def describe_legend(record: Record, colouring: Colouring) -> dict[str, object]:
    """Return what the template ``legend.html`` shows of a map of all events.

    Each shade comes with the number of its rule among those of `write_swatches`.
    """
    shades = list_shades(colouring, find_used(record, colouring.field))
    return {
        "shades": [(colouring.shades.index(shade) + 1, shade) for shade in shades],
        "marks": list_verification(find_used(record)),
        "notes": list_notes(record),
    }


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

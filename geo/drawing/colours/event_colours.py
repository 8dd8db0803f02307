"""Which colour each group, or each type, of events gets."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from geo.drawing.colours.palette import Colour, Palette
from geo.link.fields import ColourField
from geo.link.link import Link
from geo.story.record import Record
from geo.story.story_file import Story

# Such words name no kind of their own, and get the grey.
_REMAINDERS = frozenset({"other", "unknown"})


@dataclass(frozen=True)
class Shade:
    """A word of the coloured field, what readers see for it, and its colour."""

    id: str
    label: str
    colour: Colour


@dataclass(frozen=True)
class Colouring:
    """What events are coloured by.

    Attributes
    ----------
    field : {"group", "event_type"}
    shades : tuple of Shade
        One for each word in use, the most important first.
    other : Colour
        Of a word without a shade of its own. Several shades may share it.
    """

    field: ColourField
    shades: tuple[Shade, ...]
    other: Colour


def choose_colouring(link: Link, record: Record, story: Story, palette: Palette) -> Colouring:
    """Return the colouring that a link asks for."""
    # A field that has no case here is an error of mypy.
    match link.colour:
        case "event_type":
            return colour_by_type(record.events["event_type"], story, palette)
        case "group":
            return colour_by_group(record.choices["group"].cat.categories, story, palette)


def colour_by_group(groups: Iterable[str], story: Story, palette: Palette) -> Colouring:
    """Return a colouring in the order of the story's groups, those it does not name at the end.

    Parameters
    ----------
    groups : iterable of str
        The group of each event.
    story : Story
    palette : Palette
    """
    named = [group.id for group in story.groups]
    unnamed = sorted(set(groups) - set(named))
    labels = [story.group_label(group) for group in [*named, *unnamed]]
    return _assign_colours("group", [*named, *unnamed], labels, palette)


def colour_by_type(types: Iterable[str], story: Story, palette: Palette) -> Colouring:
    """Return a colouring with the most frequent types first; the rarest share the grey.

    Parameters
    ----------
    types : iterable of str
        The type of each event.
    story : Story
    palette : Palette
    """
    counted = Counter(types)
    ordered = sorted(counted, key=lambda word: (-counted[word], word))
    labels = [story.label("event_type", word) for word in ordered]
    return _assign_colours("event_type", ordered, labels, palette)


def _assign_colours(
    field: ColourField, words: list[str], labels: list[str], palette: Palette
) -> Colouring:
    hues = iter(palette.hues)
    colours = [palette.grey if w in _REMAINDERS else next(hues, palette.grey) for w in words]
    shades = [Shade(*each) for each in zip(words, labels, colours, strict=True)]
    return Colouring(field, tuple(shades), palette.grey)

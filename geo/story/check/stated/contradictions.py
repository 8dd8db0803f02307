"""Figures of a text that the record of what it is about does not have."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.claims.sentences.texts import collapse_spaces
from geo.story.check.stated.counts import StatedCount, find_counts
from geo.story.check.stated.days import StatedDay, find_days
from geo.story.check.stated.distances import StatedDistance, find_distances
from geo.story.check.stated.on_record import OnRecord

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a text that can be read with certainty."""

    distances: tuple[StatedDistance, ...] = ()
    days: tuple[StatedDay, ...] = ()
    counts: tuple[StatedCount, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there are none.

        >>> Figures().is_empty, read_figures("On 15 May 2024", "").is_empty
        (True, False)
        """
        return self == Figures()


def read_figures(text: str, border: str) -> Figures:
    """Return the figures of a text in English.

    Parameters
    ----------
    text : str
    border : str
        Name of the border of the story; "" if it has none.

    Examples
    --------
    >>> figures = read_figures("On 15 May 2024, 9 km from the  border, two people died.", "")
    >>> [len(one) for one in (figures.distances, figures.days, figures.counts)]
    [1, 1, 1]
    """
    plain = collapse_spaces(text)
    return Figures(
        tuple(find_distances(plain, border)), tuple(find_days(plain)), tuple(find_counts(plain))
    )


def find_contradictions(
    figures: Figures, own: Sequence[OnRecord], around: Sequence[OnRecord]
) -> Iterator[tuple[str, str]]:
    """Yield the figures that the record does not have, each with what it has.

    Parameters
    ----------
    figures : Figures
    own : sequence of OnRecord
        The events that the text is about. Where one of them has no distance, or no number, the
        text may speak of that one, and nothing is compared.
    around : sequence of OnRecord
        These and the other events of its step: a figure that one of them may have is none to
        yield. Several events together may have as many people as all of them.

    Yields
    ------
    (str, str)
        What was found, in the words of the text, and what is wanted.
    """
    if not own:
        return
    yield from _find_distances(figures, own, around)
    for day in figures.days:
        if not any(one.may_have_day(day) for one in around):
            wanted = "a day that the record has, or a claim that names it"
            yield day.found, _describe(wanted, own, lambda one: one.days_in_words)
    yield from _find_counts(figures, own, around)


def _find_distances(
    figures: Figures, own: Sequence[OnRecord], around: Sequence[OnRecord]
) -> Iterator[tuple[str, str]]:
    if not all(one.has_distance for one in own):
        return
    measured = [one for one in around if one.has_distance]
    for distance in figures.distances:
        if not any(one.may_have_distance(distance) for one in measured):
            wanted = "a distance from the border that the record has, or a claim that states it"
            yield distance.found, _describe(wanted, own, lambda one: one.distance_in_words)


def _find_counts(
    figures: Figures, own: Sequence[OnRecord], around: Sequence[OnRecord]
) -> Iterator[tuple[str, str]]:
    for count in figures.counts:
        counted = count.counted
        if not all(one.find_range(counted) for one in own):
            continue
        ranges = [found for one in around if (found := one.find_range(counted))]
        least, most = min(one.low for one in ranges), sum(one.high for one in ranges)
        is_within = count.low <= most and count.high >= least
        if not is_within and not any(one.has_number(count) for one in around):
            wanted = f"a number of {_NAMES[counted]} that the record has, or a claim that states it"
            yield count.found, _describe_numbers(wanted, own, count)


def _describe_numbers(wanted: str, own: Sequence[OnRecord], count: StatedCount) -> str:
    return _describe(wanted, own, lambda one: f"{one.find_range(count.counted)}")


def _describe(wanted: str, events: Iterable[OnRecord], describe: Callable[[OnRecord], str]) -> str:
    """Return what is wanted, with what the first events have."""
    has = [f"{one.event} has {describe(one)}" for one in events]
    more = f" and {len(has) - _MOST_NAMED:,} more" if len(has) > _MOST_NAMED else ""
    return f"{wanted}: {', '.join(has[:_MOST_NAMED])}{more}"


_NAMES = {"killed": "people killed", "injured": "people injured", "drones": "drones"}

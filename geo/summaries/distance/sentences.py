"""The sentences that titles of distances are made of: floors, halves, and what is left out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from geo.events.vocabulary import label


@dataclass(frozen=True)
class Far:
    """An event that surely lies beyond the border.

    Attributes
    ----------
    low_km : float
        How far out it lies at least; above 0.
    when : str
        In words.
    verification : str
        A word of the vocabulary.
    """

    low_km: float
    when: str
    verification: str

    def __str__(self) -> str:
        return f"{format_floor(self.low_km)}, {self.when}"


def describe_farthest(
    checked: Far | None, reported: Far | None, left_out: Sequence[tuple[int, str]] = ()
) -> str:
    """Return how far out events surely lie: what is verified first, and then what is not.

    Parameters
    ----------
    checked : Far or None
        The farthest that is verified at least in part.
    reported : Far or None
        The farthest of all that are counted.
    left_out : sequence of (int, str)
        How many events that are not counted lie farther, and why they are not.

    Examples
    --------
    >>> far, near = Far(801.7, "30 April 2023", "unverified"), Far(600.2, "May 2022", "verified")
    >>> describe_farthest(near, far)
    'Farthest verified, at least in part: 600 km or more, May 2022; of all: 801 km or more, 30 \
April 2023, unverified'
    >>> describe_farthest(near, near)
    'Farthest: 600 km or more, May 2022, verified'
    >>> describe_farthest(None, far, [(1, "of context")])
    'Farthest: 801 km or more, 30 April 2023, unverified; none that counts is verified; left out, \
though farther: 1 of context'
    >>> describe_farthest(None, None)
    'No event counted here is certain to lie beyond the border'
    """
    if reported is None:
        words = "No event counted here is certain to lie beyond the border"
    elif checked is None:
        words = f"Farthest: {reported}, {_label(reported)}; none that counts is verified"
    elif checked.low_km == reported.low_km:
        words = f"Farthest: {checked}, {_label(checked)}"
    else:
        words = f"Farthest verified, at least in part: {checked}"
        words += f"; of all: {reported}, {_label(reported)}"
    if not left_out:
        return words
    farther = "though beyond it" if reported is None else "though farther"
    return f"{words}; left out, {farther}: {list_left_out(left_out)}"


def describe_halves(halves_km: tuple[float, float] | None, counted: int, unsure: int) -> str:
    """Return within, and beyond, which distances at least half of the events lie.

    Parameters
    ----------
    halves_km : (float, float) or None
        At least half lie the first or farther out, and at least half the second or nearer;
        negative inside the border.
    counted, unsure : int
        How many events there are, and how many of them are only possibly in the view.

    Examples
    --------
    >>> describe_halves((25.2, 53.9), 137, 0)
    'At least half of the 137 lie within 54 km or inside the border; at least half lie 25 km or \
more from it'
    >>> describe_halves((-80.0, -2.0), 8, 3)
    'At least half of the 8, possible ones included, lie inside the border'
    >>> describe_halves((-8.0, 2.0), 1, 0)
    'The one event lies within 2 km or inside the border'
    """
    if halves_km is None:
        return "No event with a measured distance"
    low, high = halves_km
    if counted == 1 and low > 0:
        return f"The one event lies {math.floor(low):,} to {math.ceil(high):,} km from the border"
    scope = ", possible ones included," if unsure else ""
    whose = "The one event lies" if counted == 1 else f"At least half of the {counted:,}{scope} lie"
    if high < 0:
        return f"{whose} inside the border"
    words = f"{whose} within {math.ceil(high):,} km or inside the border"
    return words if low <= 0 else f"{words}; at least half lie {_out(low)} or more from it"


def format_floor(km: float) -> str:
    """Return a distance beyond the border as a floor; metres below one kilometre.

    Examples
    --------
    >>> format_floor(1801.9), format_floor(0.4004), format_floor(0.0002)
    ('1,801 km or more', '400 m or more', 'beyond the border')
    """
    return f"{_out(km)} or more" if km >= 0.001 else "beyond the border"


def list_left_out(left_out: Sequence[tuple[int, str]]) -> str:
    """Return how many were left out, and why.

    Examples
    --------
    >>> list_left_out([(2, "of context"), (1, "only possibly in the view")])
    '2 of context, 1 only possibly in the view'
    """
    return ", ".join(f"{number:,} {reason}" for number, reason in left_out)


def _out(km: float) -> str:
    return f"{math.floor(km):,} km" if km >= 1 else f"{math.floor(km * 1000):,} m"


def _label(far: Far) -> str:
    return label("verification", far.verification).lower()

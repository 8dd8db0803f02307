"""Which of several bars definitely leads, for all possible times and places of events."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Standing:
    """How bars compare with one another, as far as that is certain.

    Attributes
    ----------
    kind : {"empty", "unsure", "leads", "tied", "open"}
        "empty" without any event; "unsure" where no bar has a definite one; "leads" where one
        bar surely has more than any other; "tied" where several surely have the same number,
        and more than any other; "open" in all other cases.
    bars : tuple of int
        The bars that a title names, and a chart labels: the one that leads, all that tie, or
        the one with the most definite events and the one that may overtake it.
    """

    kind: Literal["empty", "unsure", "leads", "tied", "open"]
    bars: tuple[int, ...] = ()


def judge_bars(definite: ArrayLike, possible: ArrayLike) -> Standing:
    """Return which of several bars leads.

    The true number of a bar is at least its definite and at most its definite and possible
    events together; an event may be possible in several bars.

    Parameters
    ----------
    definite, possible : array of int, n values

    Examples
    --------
    >>> judge_bars([1, 3], [0, 1])
    Standing(kind='leads', bars=(1,))
    >>> judge_bars([3, 1, 3], [0, 1, 0])
    Standing(kind='tied', bars=(0, 2))
    >>> judge_bars([1, 3], [2, 0])
    Standing(kind='open', bars=(1, 0))
    >>> judge_bars([0, 0], [2, 0]), judge_bars([], [])
    (Standing(kind='unsure', bars=()), Standing(kind='empty', bars=()))
    """
    sure, perhaps = np.asarray(definite, dtype=int), np.asarray(possible, dtype=int)
    at_most = sure + perhaps
    if not at_most.any():
        return Standing("empty")
    if not sure.any():
        return Standing("unsure")
    # Among those with the most definite events, the one that may have more.
    best = int(np.lexsort((-at_most, -sure))[0])
    rivals = np.flatnonzero((at_most >= sure[best]) & (np.arange(len(sure)) != best))
    if not len(rivals):
        return Standing("leads", (best,))
    level = [best, *rivals.tolist()]
    if not perhaps[level].any():
        return Standing("tied", tuple(sorted(level)))
    return Standing("open", (best, int(rivals[at_most[rivals].argmax()])))

"""The sentences that titles of rates, running totals and small multiples are made of."""

from collections import Counter
from collections.abc import Callable, Sequence

from geo.claims.sentences.texts import capitalise, join_list
from geo.summaries.sentences import MOST_NAMES


def describe_rate(definite: int, possible: int, weeks: float, empty: tuple[int, int, str]) -> str:
    """Return how many events a week there are on average, and in how many steps none was found.

    Parameters
    ----------
    definite, possible : int
        Events of the whole range.
    weeks : float
        Its length.
    empty : (int, int, str)
        Steps without any event, all steps, and what a step is.

    Examples
    --------
    >>> describe_rate(130, 7, 78, (28, 79, "week"))
    '1.7 to 1.8 events a week on average; nothing was found in 28 of the 79 weeks'
    >>> describe_rate(156, 0, 78, (0, 79, "week"))
    '2.0 events a week on average'
    >>> describe_rate(0, 0, 78, (79, 79, "week"))
    'No event to count in this range'
    """
    if not definite + possible:
        return "No event to count in this range"
    ends = dict.fromkeys(_format_rate(each / weeks) for each in (definite, definite + possible))
    words = f"{' to '.join(ends)} events a week on average"
    nothing, steps, unit = empty
    return (
        f"{words}; nothing was found in {nothing:,} of the {steps:,} {unit}s" if nothing else words
    )


def _format_rate(rate: float) -> str:
    """Return a rate to two digits or more.

    Examples
    --------
    >>> [_format_rate(each) for each in (0, 0.0234, 1.76, 12.4, 1234.5)]
    ['0', '0.023', '1.8', '12', '1,234']
    """
    if rate >= 10:
        return f"{rate:,.0f}"
    return f"{rate:.1f}" if rate >= 1 else f"{rate:.2g}"


def describe_half_by(halves: tuple[str, str] | None, counted: int, unsure: int) -> str:
    """Return from, and before, which moments at least half of the events lie.

    Parameters
    ----------
    halves : (str, str) or None
        At least half lie at the first or later, and at least half before the second, in words.
    counted, unsure : int
        How many events there are, and how many of them are only possibly in the view.

    Examples
    --------
    >>> describe_half_by(("24 April 2023", "5 May 2023"), 137, 0)
    'At least half of the 137 fall before 5 May 2023; at least half fall on 24 April 2023 or later'
    >>> describe_half_by(("24 April 2023", "5 May 2023"), 1, 1)
    'The one event falls before 5 May 2023, on 24 April 2023 or later'
    >>> describe_half_by(None, 0, 0)
    'No event to count in this range'
    """
    if halves is None:
        return "No event to count in this range"
    first, last = halves
    if counted == 1:
        return f"The one event falls before {last}, on {first} or later"
    scope = ", possible ones included," if unsure else ""
    return (
        f"At least half of the {counted:,}{scope} fall before {last}; at least half fall on "
        f"{first} or later"
    )


def describe_leaders(
    leaders: Sequence[int | None], name: Callable[[int], str], words: tuple[str, str, str]
) -> str:
    """Return which bar leads in how many of several charts beside one another.

    Parameters
    ----------
    leaders : sequence of int or None
        For each chart the bar that surely has more than any other; None if none has.
    name : callable
        Returns the name of a bar by its number.
    words : (str, str, str)
        What a bar is, what a chart is, and which charts these are: words that follow it, or "".

    Examples
    --------
    >>> month, groups = ["May", "June"].__getitem__, ("month", "group", "")
    >>> describe_leaders([0, 0, 1, None], month, groups)
    'May has more than any other month in 2 of the 4 groups'
    >>> describe_leaders([0, 0, 1, 1], month, groups)
    'May and June: each has more than any other month in 2 of the 4 groups'
    >>> describe_leaders([0, None], month, groups)
    'May has more than any other month in 1 of the 2 groups'
    >>> describe_leaders([None, None], month, groups)
    'No month is certain to have the most in any of the 2 groups'
    >>> describe_leaders([0, 0], month, groups)
    'May has more than any other month in each of the 2 groups'
    >>> describe_leaders([1], month, groups)
    'June has more than any other month in the one group'
    >>> describe_leaders([], month, groups)
    'No event was found in a group'
    """
    bar, chart, scope = words
    if not leaders:
        return f"No event was found in a {chart}"
    charts = f"the {len(leaders):,} {chart}s{scope}" if len(leaders) > 1 else f"the one {chart}"
    led = Counter(each for each in leaders if each is not None)
    most = max(led.values(), default=0)
    if not most:
        return f"No {bar} is certain to have the most in {'any of ' * (len(leaders) > 1)}{charts}"
    where = charts if len(leaders) == 1 else f"{most:,} of {charts}"
    if most == len(leaders) > 1:
        where = f"each of {charts}"
    best = sorted(each for each, number in led.items() if number == most)
    more = f"has more than any other {bar} in {where}"
    if len(best) == 1:
        return capitalise(f"{name(best[0])} {more}")
    who = join_list(map(name, best), "and") if len(best) <= MOST_NAMES else f"{len(best):,} {bar}s"
    return capitalise(f"{who}: each {more}")

"""The words of `time_precision`, by how long an interval is."""

from datetime import timedelta

from geo.times.ranges import DAY, HOUR, MINUTE

# The longest interval that each word may mean.
_LONGEST = (
    (MINUTE, "minute"),
    (HOUR, "hour"),
    (DAY - MINUTE, "part_of_day"),
    (DAY, "day"),
    (6 * DAY, "days"),
    (7 * DAY, "week"),
    (31 * DAY, "month"),
    (364 * DAY, "months"),
    (366 * DAY, "year"),
)
# The word that "about" turns each one into.
_WIDENED = {
    "day": "days",
    "month": "months",
    "months": "months",
    "year": "years",
    "years": "years",
}


def name_precision(length: timedelta) -> str:
    """Return the word of `time_precision` for an interval of a length.

    Examples
    --------
    >>> name_precision(7 * DAY), name_precision(91 * DAY), name_precision(3652 * DAY)
    ('week', 'months', 'years')
    """
    return next((word for longest, word in _LONGEST if length <= longest), "years")


def widen_precision(word: str) -> str:
    """Return the word for a day, month or year with one more of its kind on either side.

    Examples
    --------
    >>> widen_precision("month")
    'months'
    """
    return _WIDENED[word]

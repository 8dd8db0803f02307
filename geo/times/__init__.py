"""When: ranges, the zone they are read in, and what they can say about uncertain times."""

from geo.times.membership import (
    PRESENCE,
    Mask,
    all_definite,
    choose_presence,
    extent,
    intervals,
    membership,
)
from geo.times.ranges import (
    DAY,
    HOUR,
    MINUTE,
    ZONES,
    Range,
    Zone,
    milliseconds,
    time_domain,
    wall_clock,
)
from geo.times.words import (
    Timed,
    day_words,
    describe_range,
    describe_when,
    interval_words,
)

__all__ = [
    "DAY",
    "HOUR",
    "MINUTE",
    "PRESENCE",
    "ZONES",
    "Mask",
    "Range",
    "Timed",
    "Zone",
    "all_definite",
    "choose_presence",
    "day_words",
    "describe_range",
    "describe_when",
    "extent",
    "interval_words",
    "intervals",
    "membership",
    "milliseconds",
    "time_domain",
    "wall_clock",
]

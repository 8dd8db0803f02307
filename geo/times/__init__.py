"""When: ranges, the zone they are read in, and what they can say about uncertain times."""

from geo.times.local import (
    find_end_or_change,
    find_start,
    load_zone,
    shown_plainly,
    span_shown,
    whole_days_shown,
)
from geo.times.local_columns import mask_steady, span_all_shown
from geo.times.membership import (
    PRESENCE,
    Mask,
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
    describe_date,
    describe_precision,
    describe_range,
    describe_when,
    format_moment,
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
    "choose_presence",
    "day_words",
    "describe_date",
    "describe_precision",
    "describe_range",
    "describe_when",
    "extent",
    "find_end_or_change",
    "find_start",
    "format_moment",
    "interval_words",
    "intervals",
    "load_zone",
    "mask_steady",
    "membership",
    "milliseconds",
    "shown_plainly",
    "span_all_shown",
    "span_shown",
    "time_domain",
    "wall_clock",
    "whole_days_shown",
]

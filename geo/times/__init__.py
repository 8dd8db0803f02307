"""When: ranges, the zone they are read in, and what they can say about uncertain times."""

from geo.times.local import (
    find_end_or_change,
    find_plain_range,
    find_start,
    find_whole_days,
    load_zone,
    span_shown,
)
from geo.times.local_columns import mask_steady, span_all_shown
from geo.times.membership import (
    PRESENCE,
    Mask,
    choose_presence,
    find_extent,
    intervals,
    judge_membership,
)
from geo.times.ranges import (
    DAY,
    HOUR,
    MINUTE,
    ZONES,
    Range,
    Zone,
    choose_time_domain,
    milliseconds,
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
    "choose_time_domain",
    "day_words",
    "describe_date",
    "describe_precision",
    "describe_range",
    "describe_when",
    "find_end_or_change",
    "find_extent",
    "find_plain_range",
    "find_start",
    "find_whole_days",
    "format_moment",
    "interval_words",
    "intervals",
    "judge_membership",
    "load_zone",
    "mask_steady",
    "milliseconds",
    "span_all_shown",
    "span_shown",
    "wall_clock",
]

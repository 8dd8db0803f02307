"""The members and columns that exports of this project have besides those of an event.

Whoever reads such a file leaves them out: they are computed again.
"""

from collections.abc import Collection

COMPUTED = (
    "presence",
    "distance_m",
    "low_m",
    "high_m",
    "inside",
    "nearest_lon",
    "nearest_lat",
    "attribution_line",
    "statement_count",
    "claim_count",
    "source_count",
)
"""What is computed for a file of any kind."""

DERIVED = frozenset(
    {
        *COMPUTED,
        "start_local",
        "end_local",
        "lon",
        "lat",
        "any_party_denies",
        "one_origin_only",
        "source_urls",
        "refiled_claims",
        "bbox",
    }
)
"""What some kind of file has besides."""


def describe_derived(names: Collection[str]) -> list[str]:
    """Return the note that some of `DERIVED` were not read; none where a file has none of them.

    >>> describe_derived(["presence", "mood", "low_m"])
    ['left out, since it is computed: presence, low_m']
    """
    found = ", ".join(name for name in names if name in DERIVED)
    return [f"left out, since it is computed: {found}"] if found else []

"""How many events a box to choose one from offers, and what it says of the others."""

import pandas as pd

# A box of 385,000 events would make a message of 40 MB, and nobody could use it.
MOST_OFFERED = 1_000


def explain_offered(events: pd.DataFrame) -> str | None:
    """Return what to do about an event that a box does not offer; None if it offers all."""
    if len(events) <= MOST_OFFERED:
        return None
    return (
        f"The {MOST_OFFERED:,} of {len(events):,} events that are nearest in time. "
        "Select any other one on the map or in its list."
    )

"""How far charts go: the most marks that one has, and its tallest bar."""

import pandas as pd

# More marks than this hide each other, and slow a phone down.
MOST_DRAWN = 3000


def find_tallest(totals: pd.DataFrame) -> int:
    """Return the height of the tallest bar, with what is only possible; 1 where all are empty."""
    return max(1, int(totals.sum(axis=1).max()))

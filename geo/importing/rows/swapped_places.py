"""Places that would lie among the others with latitude and longitude swapped."""

from array import array

import numpy as np

from geo.importing.outcome.outcome import EventRow, Outcome

# Degrees: how far off a place is for certain, and how far apart those of one region lie.
_FAR, _NEAR = 5.0, 2.0
_FEWEST = 4


class Points:
    """The points of rows as they pass by; of a large table they are all that is kept of a row."""

    def __init__(self) -> None:
        self.rows = array("q")
        self.degrees = array("d")

    def add(self, made: EventRow) -> None:
        """Keep the place of a row, if it is a point."""
        geometry = made.feature["geometry"]
        if isinstance(geometry, dict) and geometry["type"] == "Point":
            match geometry["coordinates"]:
                case [float() | int() as lon, float() | int() as lat, *_]:
                    self.rows.append(made.row)
                    self.degrees.extend((lon, lat))


def remark_swapped_places(outcome: Outcome, points: Points) -> None:
    """Remark on rows whose place is far from all others, and among them if it is swapped.

    Only where most places of the table lie in one region: the story's bounds, which are asked
    about (`row_questions`), say more, but not every story has some.
    """
    if len(points.rows) < _FEWEST:
        return
    degrees = np.array(points.degrees).reshape(-1, 2)
    middle = np.median(degrees, axis=0)
    apart = np.abs(degrees - middle).max(axis=1)
    swapped = np.abs(degrees[:, ::-1] - middle).max(axis=1)
    spread = float(np.median(apart))
    if spread > _NEAR:
        return
    for at in np.flatnonzero((apart > _FAR) & (swapped <= max(2 * spread, 1.0))):
        outcome.remark(
            "far from the other places, and among them with latitude and longitude swapped; "
            "look at it, and correct the row",
            points.rows[int(at)],
        )

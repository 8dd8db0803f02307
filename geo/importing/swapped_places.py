"""Places that would lie among the others with latitude and longitude swapped."""

import numpy as np

from geo.importing.outcome import Outcome

# Degrees: how far off a place is for certain, and how far apart those of one region lie.
_FAR, _NEAR = 5.0, 2.0
_FEWEST = 4


def remark_swapped_places(outcome: Outcome) -> None:
    """Remark on rows whose place is far from all others, and among them if it is swapped.

    Only where most places of the table lie in one region: the story's bounds, which are asked
    about (`open_questions`), say more, but not every story has some.
    """
    rows: list[int] = []
    places: list[tuple[float, float]] = []
    for made in outcome.made:
        geometry = made.feature["geometry"]
        if isinstance(geometry, dict) and geometry["type"] == "Point":
            match geometry["coordinates"]:
                case [float() | int() as lon, float() | int() as lat, *_]:
                    rows.append(made.row)
                    places.append((lon, lat))
    if len(rows) < _FEWEST:
        return
    degrees = np.array(places)
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
            rows[int(at)],
        )

"""What is stored for a map, and names on a map without pins, for tests."""

from pathlib import Path

import numpy as np

from geo.drawing.basemap.basemap import Basemap
from geo.drawing.basemap.labels import TextLayerRow, place_labels

DATA = Path(__file__).parents[3] / "data"
NO_PINS = np.empty((0, 4))


class Stored:
    """Takes what is stored and remembers it."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def __call__(self, content: bytes, media_type: str, name: str) -> str:
        address = f"{hash(content)}/{media_type}/{name}"
        self.content[address] = content
        return address


def place_names(basemap: Basemap) -> tuple[TextLayerRow, ...]:
    return place_labels(basemap.places, NO_PINS)

"""A named place of the base map, with the size of its name and the zoom from which it is shown."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

PlaceKind: TypeAlias = Literal["country", "sea", "city"]

_SIZE: dict[PlaceKind, tuple[float, ...]] = {
    "country": (13, 11.5, 10.5),
    "sea": (13, 12, 11),
    "city": (14, 12.5, 11.5, 11, 10.5, 10.5),
}
_FROM_ZOOM: dict[PlaceKind, tuple[float, ...]] = {
    "country": (1.6, 3.4, 5.1),
    "sea": (1.6, 4.4, 5.1),
    "city": (1.6, 3.4, 4.4, 5.8, 6.6, 7.5),
}
THIN_SPACE = "\u2009"


class Place(BaseModel):
    """A name on the map: of a country, a sea or a city."""

    # A file may hold names in other languages too.
    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: PlaceKind = "city"
    en: str
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-85, le=85)]
    rank: Annotated[int, Field(ge=1, le=6)] = 3

    @property
    def text(self) -> str:
        """The name as it is set: countries in spaced capitals."""
        return THIN_SPACE.join(self.en.upper()) if self.kind == "country" else self.en

    @property
    def size(self) -> float:
        """Font size, pixels."""
        return _pick_by_rank(_SIZE[self.kind], self.rank)

    @property
    def from_zoom(self) -> float:
        """The smallest zoom at which it may appear."""
        return _pick_by_rank(_FROM_ZOOM[self.kind], self.rank)


def _pick_by_rank(values: tuple[float, ...], rank: int) -> float:
    return values[min(rank, len(values)) - 1]

"""The border of a country, from the borders that come with the library."""

from functools import lru_cache

import shapely

from geo.border.border import Border
from geo.border.countries import list_countries
from geo.border.world_files import read_rows
from geo.errors import BorderFileError

ACCURACY_M = 1000.0
VERSION = "OpenStreetMap via @geo-maps countries-land-1km 0.6.0, without holes for lakes"
OSM_CREDIT = "© OpenStreetMap contributors, ODbL 1.0"


@lru_cache(maxsize=4)
def read_country_border(
    code: str,
    name: str | None = None,
    version: str | None = None,
    credit: str | None = None,
    accuracy_m: float | None = None,
) -> Border:
    """Return the land of a country, drawn true to about 1 km: its coast counts as its border.

    Parameters
    ----------
    code : str
        ISO 3166-1 alpha-3, such as "NOR".
    name, version, credit, accuracy_m : optional
        In place of those of the bundled borders.

    Raises
    ------
    BorderFileError
        If there is no such country.
    """
    rows = read_rows("borders", code=code)
    if not len(rows.shapes):
        raise BorderFileError(
            f"border {code!r}: found no such country, wanted an ISO 3166-1 code such as NOR"
        )
    return Border(
        shapely.multipolygons(shapely.get_parts(rows.shapes[0])),
        name or list_countries()[code],
        version or VERSION,
        credit or OSM_CREDIT,
        ACCURACY_M if accuracy_m is None else accuracy_m,
    )

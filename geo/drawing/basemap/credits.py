"""Who made what a map shows: one line for each maker, as narrow screens have little room."""

from collections.abc import Iterable

from geo.border.country import OSM_CREDIT

# Written as they follow another; one that stands alone starts with a capital.
ROADS_CREDIT = f"roads, rail: {OSM_CREDIT}"
TOWNS_CREDIT = "towns: GeoNames, CC BY 4.0"
STREETS_CREDIT = f"street map: {OSM_CREDIT}"


def join_credits(credits: Iterable[str], ours: Iterable[str]) -> tuple[str, ...]:
    """Return the credits of a story and those of what its map shows besides, each maker once.

    Parameters
    ----------
    credits : iterable of str
        Such as "Border: © OpenStreetMap contributors"; of the story, whose letters stay.
    ours : iterable of str
        Of this form, in lower case.

    Examples
    --------
    >>> join_credits(["Border: A, CC BY", "Base map: B"], ["roads: A, CC BY", "towns: C"])
    ('Border, roads: A, CC BY', 'Base map: B', 'Towns: C')
    """
    joined = list(credits)
    for credit in ours:
        what, _, maker = credit.partition(": ")
        for place, other in enumerate(joined):
            label, _, named = other.partition(": ")
            if named == maker:
                joined[place] = f"{label}, {what}: {maker}"
                break
        else:
            joined.append(f"{credit[:1].upper()}{credit[1:]}")
    return tuple(joined)

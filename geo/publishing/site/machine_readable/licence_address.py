"""The address of a licence that a record names: programs read addresses, not names."""

import re

_ATTRIBUTION = re.compile(
    r"(?:cc|creative commons)[ -]by((?:-nc)?(?:-sa|-nd)?)[ -](1\.0|2\.0|2\.5|3\.0|4\.0)"
    r"(?: international)?"
)
_ZERO = re.compile(r"(?:cc0|cc[ -]zero)(?:[ -]1\.0)?(?: universal)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def find_licence_address(licence: str) -> str:
    """Return the address of a licence of Creative Commons; "" for the name of any other.

    What says more than the name of a licence, such as an exception, has no address.

    Parameters
    ----------
    licence : str
        The name of a licence, or its address.

    Examples
    --------
    >>> find_licence_address("CC BY-SA 4.0")
    'https://creativecommons.org/licenses/by-sa/4.0/'
    >>> find_licence_address("CC BY 4.0, but for pictures")
    ''
    """
    name = " ".join(licence.split())
    if _ADDRESS.fullmatch(name):
        return name
    if found := _ATTRIBUTION.fullmatch(name.lower()):
        return f"https://creativecommons.org/licenses/by{found[1]}/{found[2]}/"
    is_zero = _ZERO.fullmatch(name.lower())
    return "https://creativecommons.org/publicdomain/zero/1.0/" if is_zero else ""

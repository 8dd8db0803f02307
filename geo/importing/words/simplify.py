"""Names in plain letters, so that two ways to write one are the same."""

import re
import unicodedata


def simplify_name(name: str) -> str:
    """Return a name in lower-case letters without accents and punctuation, its words set apart.

    >>> simplify_name("Source_URL"), simplify_name("Événement : "), simplify_name("actionGeoLat")
    ('source url', 'evenement', 'action geo lat')
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    # й and ї keep their marks: they are letters of their own.
    letters = unicodedata.normalize("NFKD", parted.casefold())
    plain = "".join(
        letter
        for at, letter in enumerate(letters)
        if not unicodedata.combining(letter) or "\u0400" <= letters[at - 1] <= "\u052f"
    )
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain))
    return " ".join(words)

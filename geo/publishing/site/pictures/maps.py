"""The pictures of a site: drawn, or taken from the site as it was published before."""

from collections.abc import Callable
from dataclasses import replace
from fnmatch import fnmatchcase
from hashlib import sha256

from geo.drawing.picture.paper import CARD, PLATE, Picture
from geo.link.link import Link
from geo.publishing.export.pieces import Pieces
from geo.publishing.site.cache.inputs import digest_code
from geo.publishing.site.cache.known_files import KnownFiles
from geo.publishing.site.pictures.stills import Still, describe_still_picture
from geo.publishing.site.plan.plan import Plan
from geo.story.view import build_view

PictureSource = Callable[[str, Callable[[], bytes]], bytes]
"""Returns the picture at a path; the second argument draws it if it does not exist yet."""

# As social networks show them, of few colours: 40 kB each.
_PICTURE = Picture("png", CARD, density=1, indexed=True, names_version=False)
# The map alone, beside the words of a step; fine enough for paper.
_STEP_PICTURE = replace(_PICTURE, paper=PLATE, density=3)


def draw_map(plan: Plan, link: Link) -> bytes:
    """Return the map of a link as a card for social networks."""
    return _draw(plan, link, _PICTURE)


def draw_step_map(plan: Plan, link: Link) -> bytes:
    """Return the map beside a step of a briefing, 840 by 750 pixels."""
    return _draw(plan, link, _STEP_PICTURE)


def draw_still(plan: Plan, still: Still) -> bytes:
    """Return a still of the explorer's map."""
    view, picture = describe_still_picture(plan.view, still)
    return _draw(plan, view.link, picture)


def _draw(plan: Plan, link: Link, picture: Picture) -> bytes:
    # matplotlib takes a second to load; a site whose pictures are all there does not wait.
    from geo.drawing.picture.draw import draw_picture

    return draw_picture(build_view(plan.view.current, link), picture)


def reuse_or_draw(known: KnownFiles, pieces: Pieces) -> PictureSource:
    """Return what gives the pictures of a site: a picture of the same name shows the same.

    Parameters
    ----------
    known : KnownFiles
        Maps are taken from the site before, if the same program drew them and they still have
        the bytes that were written.
    pieces : Pieces
        Holds the charts.
    """

    def give(path: str, draw: Callable[[], bytes]) -> bytes:
        if path.endswith(".svg"):
            return pieces.find_or_write(path, (), draw)
        is_known = known.find(hash_picture(path)) is not None
        return (known.last.read(path) if is_known else None) or draw()

    return give


def hash_picture(path: str) -> str:
    """Return a hash of all that a picture is drawn from: its name, and the program."""
    return sha256(f"{digest_code()} {path}".encode()).hexdigest()


def is_picture(path: str) -> bool:
    """Return whether a file of a site is a picture that is named by what it shows."""
    return fnmatchcase(path.rpartition("/")[2], "map-*.png")

"""The pictures of a site: drawn, or taken from the site as it was published before."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from geo.drawing.picture.paper import CARD, Picture
from geo.link.link import Link
from geo.publishing.site.for_robots import MANIFEST, read_manifest
from geo.publishing.site.plan import Plan
from geo.story.view import build_view

PictureSource = Callable[[str], bytes]
# As social networks show them, of few colours: 40 kB each.
_PICTURE = Picture("png", CARD, density=1, indexed=True)


def draw_or_reuse(plan: Plan, old: Path) -> PictureSource:
    """Return what gives the picture of an event, or of the whole map for "".

    Parameters
    ----------
    plan : Plan
    old : Path
        The folder of the site as it was published before; it may be missing. A picture of the
        same name shows the same, and is taken if it still has the bytes that were written.
    """
    manifest = old / MANIFEST
    hashes = read_manifest(manifest.read_bytes()) if manifest.is_file() else {}

    def picture(event: str) -> bytes:
        path = plan.picture_path(event)
        if path in hashes:
            content = (old / path).read_bytes() if (old / path).is_file() else b""
            if sha256(content).hexdigest() == hashes[path]:
                return content
        # matplotlib takes a second to load; a site whose pictures are all there does not wait.
        from geo.drawing.picture.draw import draw_picture

        link = Link(event=event) if event else Link()
        return draw_picture(build_view(plan.view.current, link), _PICTURE)

    return picture

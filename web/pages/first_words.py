"""What a page with a map shows before its code is here: the words of its link, a still picture.

On a slow line the code takes seconds, and a white page says nothing. The code takes this out again
(`mount` in ui/components/parts.js), and its own first words hide it.
"""

from markupsafe import escape

from geo.link.link import Link, build_address
from web.pages.preview import Preview

PLATE_ADDRESS = "/api/plate.png"
# Each thousand events of the picture take a twentieth of a second, in which the map itself waits.
MOST_DRAWN = 50_000
_ROOT = '<div id="root">'
_STYLE = """
  #first-words { position: fixed; inset: 0; z-index: 1000; overflow: hidden; padding: 1rem;
    background: Canvas; color: CanvasText; font: 400 1rem/1.5 system-ui, sans-serif; }
  #first-words b { font-size: 1.2rem; }
  #first-words p { max-width: 40rem; margin: .4rem 0; }
  #first-words img { display: block; width: min(100%, 40rem); height: auto; margin-top: 1rem; }
  body:has(.brand) #first-words { display: none; }
  @media print { #first-words { display: none; } }
"""


def is_drawn_soon(preview: Preview) -> bool:
    """Return whether the still picture of all events is there sooner than the map."""
    return len(preview.view.record.events) <= MOST_DRAWN


def name_still(version: str) -> str:
    """Return the start of a Link header (RFC 8288) that names the still picture of the map."""
    return f"<{_find_still(version)}>; rel=preload; as=image; fetchpriority=high, "


def _find_still(version: str) -> str:
    # Relative, since a proxy may add a path.
    return build_address(Link(data=version), PLATE_ADDRESS.lstrip("/"))


def insert_first_words(html: str, preview: Preview, has_still: bool) -> str:
    """Return a page with the title and words of its link before the place of the app.

    Parameters
    ----------
    html : str
        Where it has no place of the app, it comes back as it is.
    preview : Preview
        Its words are text: always escaped.
    has_still : bool
        Whether the page shows the whole map, and `is_drawn_soon`: the one picture that is drawn
        once for all readers.
    """
    address = escape(_find_still(preview.view.record.version))
    still = f'<img src="{address}" width="840" height="750" alt="" />' if has_still else ""
    words = (
        f'<div id="first-words"><style>{_STYLE}</style><b dir="auto">{escape(preview.title)}</b>'
        f'<p dir="auto">{escape(preview.description)}</p><p>Loading…</p>{still}</div>'
    )
    return html.replace(_ROOT, f"{words}{_ROOT}", 1)

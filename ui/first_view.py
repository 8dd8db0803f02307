"""What a first viewer would wait for: made when the server starts, and named in a page's head.

A browser that learns of the map's code and data from the page's first answer fetches them with
Streamlit's own code. Without that it asks for each in turn: for the module when the script has
run, for the bundle and the rows when it has the module, for the layers after the bundle, and for
the shapes when it has read the layers.
"""

import json
import threading
from collections.abc import Iterator

from geo.drawing.camera import find_bounds
from geo.link.camera import fit_camera
from geo.link.link import Link
from geo.link.search.text_search import prepare_search
from geo.story.current import Current, CurrentKey
from geo.story.view import View, build_view
from ui.components.declare import store_assets
from ui.components.record_map import BaseLayers, draw_base_layers
from web.assets import find_asset
from web.housekeeping import free_memory
from web.pages.routes import EarlyResources

_SCHEMES = {"light": False, "dark": True}
# As `fetch` asks: otherwise a browser would fetch a second time.
_FETCHED = "rel=preload; as=fetch; crossorigin"

Drawn = dict[str, BaseLayers]
"""What is drawn in each colour scheme."""

# A file of events that changes leaves old versions behind.
_MOST_DRAWN = 6
_drawn: dict[tuple[CurrentKey, str], Drawn] = {}
_one_at_a_time = threading.Lock()


def warm_up(current: Current, link: Link | None = None) -> None:
    """Draw and store what the map shows of a record, as most links show it."""
    view = build_view(current, link or Link())
    with _one_at_a_time:
        if _key(view) not in _drawn:
            _drawn[_key(view)] = _draw_both(view)
            # Free what drawing leaves over before the search takes its memory.
            free_memory()
            prepare_search(view.record.searched["search_text"])
        while len(_drawn) > _MOST_DRAWN:
            del _drawn[next(iter(_drawn))]


def fetch_early(view: View) -> EarlyResources:
    """Return what the map of a view will fetch, for the first answer of its page.

    Data are named once they have been drawn; where they have not, the drawing is started.
    """
    assets = store_assets()
    headers = [
        f"<{assets['bundle']}>; rel=preload; as=script",
        f"<{assets['module']}>; rel=modulepreload",
        f"<{assets['style']}>; {_FETCHED}",
    ]
    if drawn := _drawn.get(_key(view)):
        headers += _list_data_headers(view, drawn)
    elif not _one_at_a_time.locked():
        what = view.current, view.link
        threading.Thread(target=warm_up, args=what, daemon=True).start()
    return EarlyResources(assets["bundle"], ", ".join(headers))


def _key(view: View) -> tuple[CurrentKey, str]:
    return view.current.key, view.link.colour


def _draw_both(view: View) -> Drawn:
    return {scheme: draw_base_layers(view, dark) for scheme, dark in _SCHEMES.items()}


def _list_data_headers(view: View, drawn: Drawn) -> Iterator[str]:
    """Yield the headers of the data: shapes at the zoom of the view, colours as the reader's."""
    record = drawn["light"].record
    rows = record.address
    yield f"<{rows}>; {_FETCHED}"
    yield f"<{record.facets}>; {_FETCHED}"
    west, south, east, north = find_bounds(view.current)
    camera = view.link.camera or fit_camera([(west, south), (east, north)])
    shared: dict[str, None] = {}
    for scheme, layers in drawn.items():
        asset = find_asset(layers.address.split("/")[2])
        if asset is None:
            continue
        only = f'media="(prefers-color-scheme: {scheme})"'
        yield f"<{layers.address}>; {_FETCHED}; {only}"
        yield f"<{layers.style}>; {_FETCHED}; {only}"
        for layer in json.loads(asset.content)["layers"]:
            if marks := layer.get("marks"):
                shared[marks] = None
            is_in_view = layer.get("minZoom", 0) <= camera.zoom < layer.get("maxZoom", 24)
            # Tiles, and names that come with them, have no address of their own.
            if is_in_view and isinstance(layer["data"], str) and "{" not in layer["data"]:
                shared[layer["data"]] = None
    yield from (f"<{address}>; {_FETCHED}" for address in shared if address != rows)

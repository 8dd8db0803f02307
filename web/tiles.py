"""The tiles of the base map: those of the world, and those that a story brings for its streets."""

import gzip
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from geo.border.world_files import find_file
from geo.drawing.basemap.credits import ROADS_CREDIT, STREETS_CREDIT, TOWNS_CREDIT
from geo.drawing.basemap.tile_layers import TileSet
from geo.drawing.basemap.world.detail import DETAIL_FILE
from geo.errors import GeoError
from geo.story.current import Current
from geo.story.files.street_map import open_street_map
from geo.story.files.tile_file import TileFile, open_tile_file
from web import limits
from web.clients.turns import Turns, answer_in_turn, respond_busy
from web.http.accepted import accepts_gzip
from web.http.caching import FOR_EVER
from web.problems import describe_problem

_CREDITS = {
    "detail": (ROADS_CREDIT, TOWNS_CREDIT),
    "streets": (STREETS_CREDIT,),
}
_MEDIA_TYPE = "application/vnd.mapbox-vector-tile"
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def list_tile_sets(current: Current) -> tuple[TileSet, ...]:
    """Return the tiles of a story's map, the lowest first; what cannot be used is logged."""
    found = []
    for name in ("detail", "streets"):
        try:
            file = _open(name, current.folder)
        except GeoError as error:
            describe_problem(error)
            continue
        if file:
            address = f"api/tiles/{name}/{file.stamp}/{{z}}/{{x}}/{{y}}"
            language = current.story.language or "en"
            zooms = (file.min_zoom, file.max_zoom)
            credits = _CREDITS[name]
            found.append(TileSet(name, address, *zooms, file.bounds, credits, language))
    return tuple(found)


def _open(name: str, folder: Path) -> TileFile | None:
    if name == "detail":
        return open_tile_file(find_file(DETAIL_FILE))
    return open_street_map(folder)


def build_tile_route(open_served: Callable[[], Current]) -> Route:
    """Return the route of all tiles.

    Parameters
    ----------
    open_served : callable
        Returns the story as it is now; may raise GeoError.
    """
    turns = Turns(limits.TILES, limits.TILES_WAITING, limits.TILES_OF_ONE)

    async def send(request: Request) -> ASGIApp:
        return await answer_in_turn(request, turns, partial(read, request), respond_busy)

    def read(request: Request) -> Response:
        wanted = request.path_params
        numbers = [wanted[part] for part in ("z", "x", "y")]
        if wanted["name"] not in ("detail", "streets") or not all(map(_NUMBER.fullmatch, numbers)):
            return _refuse(404, "no such tile")
        try:
            file = _open(wanted["name"], open_served().folder)
            if file is None:
                return _refuse(404, "no such tile")
            content = file.read(*map(int, numbers))
        except GeoError as error:
            return _refuse(503, describe_problem(error))
        # The address of an older file shows the newer one, until its page is loaded again.
        is_newest = wanted["stamp"] == file.stamp
        headers = {
            "cache-control": FOR_EVER if is_newest else "no-store",
            "vary": "accept-encoding",
        }
        if content and accepts_gzip(request.headers.get("accept-encoding", "")):
            content = gzip.compress(content, 4, mtime=0)
            headers["content-encoding"] = "gzip"
        return Response(content, headers=headers, media_type=_MEDIA_TYPE)

    return Route("/api/tiles/{name}/{stamp}/{z}/{x}/{y}", send)


def _refuse(status: int, sentence: str) -> Response:
    headers = {"cache-control": "no-store"}
    return PlainTextResponse(sentence, status_code=status, headers=headers)

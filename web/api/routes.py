"""Every route of the server that is not a page, and what all of them have in common."""

from collections.abc import Callable
from functools import partial

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from geo.errors import GeoError, LinkError
from geo.link.link import find_asked_version
from geo.story.current import Current
from web import limits
from web.api import downloads, features, items
from web.api.pieces import PIECE_TURNS
from web.api.responses import NotFoundError, read_request_query, respond_problem
from web.assets import ASSET_ROUTE
from web.clients.turns import answer_in_turn, ask_to_retry
from web.problems import describe_problem
from web.story.old_versions import find_version
from web.tiles import build_tile_route

Endpoint = Callable[[Request, Current], Response]


def _send_figure(request: Request, current: Current) -> Response:
    # Charts take a quarter of a second to load: with the first figure, not at the start.
    from web.api.figures import send_figure

    return send_figure(request, current)


_ENDPOINTS: dict[str, Endpoint] = {
    "/api": features.send_landing,
    "/api/": features.send_landing,
    "/api/conformance": features.send_conformance,
    "/api/openapi.json": features.send_openapi,
    "/api/collections": features.send_collections,
    "/api/collections/{collection}": features.send_collection,
    "/api/collections/{collection}/schema": features.send_schema,
    "/api/collections/{collection}/queryables": features.send_queryables,
    "/api/collections/{collection}/items": items.send_items,
    "/api/collections/{collection}/items/{feature}": items.send_item,
    "/api/export/{kind}": downloads.send_export,
    "/api/export/progress/{ticket}": downloads.send_progress,
    "/api/figures/{file}": _send_figure,
}
_METHODS = ["GET", "HEAD", "OPTIONS"]
# All methods, so that others are refused here, and not passed on to the pages.
_ALL: list[str] = []
# The record is public and read-only: a page of any origin may read it.
_OPEN_TO_ALL = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    allow_headers=["*"],
    expose_headers=["etag", "content-disposition"],
)


def build_api_routes(open_served: Callable[[], Current]) -> list[BaseRoute]:
    """Return the routes under /api/, for a Starlette application or `st.App`.

    Parameters
    ----------
    open_served : callable
        Returns the story and the record as they are now; may raise GeoError. It is called
        once for each request, in a thread.
    """
    return [
        ASSET_ROUTE,
        build_tile_route(open_served),
        *(_route(path, endpoint, open_served) for path, endpoint in _ENDPOINTS.items()),
        # Without it a page would answer with status 200.
        Route("/api/{rest:path}", _send_not_found, methods=_ALL, middleware=[_OPEN_TO_ALL]),
    ]


def _send_not_found(_: Request) -> Response:
    return respond_problem(404, "there is no such resource")


def _route(path: str, endpoint: Endpoint, open_served: Callable[[], Current]) -> Route:
    def write(request: Request) -> Response:
        try:
            current = find_version(open_served(), find_asked_version(read_request_query(request)))
            return endpoint(request, current)
        except NotFoundError as error:
            return respond_problem(404, str(error))
        except LinkError as error:
            return respond_problem(400, str(error))
        except GeoError as error:
            return respond_problem(503, describe_problem(error))

    async def answer(request: Request) -> ASGIApp:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(_METHODS)})
        if request.method not in _METHODS:
            allowed = ", ".join(_METHODS)
            refused = respond_problem(405, f"found {request.method}, wanted one of {allowed}")
            refused.headers["allow"] = allowed
            return refused
        return await answer_in_turn(request, PIECE_TURNS, partial(write, request), _respond_busy)

    return Route(path, answer, methods=_ALL, middleware=[_OPEN_TO_ALL])


def _respond_busy() -> Response:
    return ask_to_retry(respond_problem(503, limits.BUSY))

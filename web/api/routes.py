"""Every route of the server that is no page, and what all of them do alike."""

from collections.abc import Callable

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from geo.errors import GeoError, LinkError
from geo.story.current import Current
from web.api import assets, downloads, features
from web.api.answers import NotFoundError, problem

Endpoint = Callable[[Request, Current], Response]

_ENDPOINTS: dict[str, Endpoint] = {
    "/api": features.landing,
    "/api/": features.landing,
    "/api/conformance": features.conformance,
    "/api/openapi.json": features.openapi,
    "/api/collections": features.collections,
    "/api/collections/{collection}": features.collection,
    "/api/collections/{collection}/schema": features.schema,
    "/api/collections/{collection}/items": features.items,
    "/api/collections/{collection}/items/{feature}": features.item,
    "/api/export/{kind}": downloads.export,
    "/api/export/progress/{ticket}": downloads.progress,
}
_METHODS = ["GET", "HEAD", "OPTIONS"]
# Any method, so that it is refused here and as a problem, and not sent on to the pages.
_ANY: list[str] = []
# The record is public and nothing can be changed: any page anywhere may read it.
_OPEN_TO_ALL = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    allow_headers=["*"],
    expose_headers=["etag", "content-disposition"],
)


def routes(open_current: Callable[[], Current]) -> list[BaseRoute]:
    """Return the routes under /api/, for a Starlette application or `st.App`.

    Parameters
    ----------
    open_current : callable
        Returns the story and the record as they are now; may raise GeoError. It is called
        once for each request, in a thread.
    """
    return [
        *assets.ROUTES,
        *(_route(path, endpoint, open_current) for path, endpoint in _ENDPOINTS.items()),
        # Without it a page would answer, and say 200.
        Route("/api/{rest:path}", _nothing, methods=_ANY, middleware=[_OPEN_TO_ALL]),
    ]


def _nothing(_: Request) -> Response:
    return problem(404, "there is no such resource")


def _route(path: str, endpoint: Endpoint, open_current: Callable[[], Current]) -> Route:
    def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(_METHODS)})
        if request.method not in _METHODS:
            refused = problem(405, f"found {request.method}, wanted one of {', '.join(_METHODS)}")
            refused.headers["allow"] = ", ".join(_METHODS)
            return refused
        try:
            return endpoint(request, open_current())
        except NotFoundError as error:
            return problem(404, str(error))
        except LinkError as error:
            return problem(400, str(error))
        except GeoError as error:
            return problem(503, str(error))

    return Route(path, answer, methods=_ANY, middleware=[_OPEN_TO_ALL])

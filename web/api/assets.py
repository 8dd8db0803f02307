"""Resources by address, as the pages read them: immutable and packed."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.assets import find_asset

_FOR_EVER = "public, max-age=31536000, immutable"


async def send_asset(request: Request) -> Response:
    """Send a published resource, packed where the browser takes it so."""
    asset = find_asset(request.path_params["digest"])
    if asset is None:
        return Response("no such resource", status_code=404, media_type="text/plain")
    headers = {"cache-control": _FOR_EVER, "vary": "accept-encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(asset.plain, headers=headers, media_type=asset.media_type)
    headers["content-encoding"] = "gzip"
    return Response(asset.packed, headers=headers, media_type=asset.media_type)


ROUTES = [Route("/api/assets/{digest}/{name}", send_asset)]

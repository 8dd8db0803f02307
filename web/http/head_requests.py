"""What HEAD gets where a response would have to be written for its length to be known."""

from collections.abc import Mapping

from starlette.responses import Response


def respond_to_head(headers: Mapping[str, str], media_type: str) -> Response:
    """Return a response without content, and without its length: that of nothing is another."""
    response = Response(headers=headers, media_type=media_type)
    del response.headers["content-length"]
    return response

"""The figures of the analysis by address: as a picture that other pages show, and as numbers."""

from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from geo.errors import LinkError, quote
from geo.link.analysis import FIGURES
from geo.link.parameters import list_parameters
from geo.publishing.figures import (
    build_figure,
    draw_figure,
    find_view,
    link_to_figure,
    write_numbers,
)
from geo.story.current import Current
from geo.story.view import build_view_from_query
from web.api.addresses import find_base_address
from web.api.responses import (
    NotFoundError,
    read_request_query,
    refuse_others,
    respond,
    respond_unwritten,
    tag_response,
)
from web.story.briefings import open_annotations

_MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}
# One at a time: each takes the memory of an engine, and a second one would be no faster.
_drawing = Lock()


def send_figure(request: Request, current: Current) -> Response:
    """Send a figure of the view that the link's query asks for, such as over-time.svg."""
    name, _, kind = request.path_params["file"].rpartition(".")
    if kind not in _MEDIA_TYPES or name not in FIGURES:
        raise NotFoundError(
            f"figures: found {quote(request.path_params['file'])}, wanted one of "
            f"{', '.join(FIGURES)} with .png, .svg or .csv"
        )
    query = read_request_query(request)
    refuse_others(query, [row.name for row in list_parameters()])
    view = build_view_from_query(current, query)
    media_type = _MEDIA_TYPES[kind]
    if unwritten := respond_unwritten(request, tag_response(request, current), media_type):
        return unwritten
    figure = build_figure(view, name, open_annotations(current))
    if figure is None:
        raise LinkError(f"{name}: this view has nothing to draw in it")
    shown = find_view(view, name)
    link = link_to_figure(view, name, "analysis", find_base_address(request))
    if kind == "csv":
        content = write_numbers(shown, figure, link)
        named = f'attachment; filename="{name}-{view.record.version}.csv"'
        return respond(request, current, content, media_type, {"content-disposition": named})
    with _drawing:
        content = draw_figure(shown, figure, "png" if kind == "png" else "svg", link)
    return respond(request, current, content, media_type)

"""What a view keeps, as a file, by address."""

from starlette.requests import Request
from starlette.responses import Response

from geo.api.answers import NotFoundError, answer, base_address, is_known, query_of, tag_of
from geo.current import Current
from geo.export import FORMATS, export_view, file_name
from geo.view import view_by_query


def export(request: Request, current: Current) -> Response:
    """Send the events that the link's query keeps as a file of a kind."""
    kind = request.path_params["kind"]
    if kind not in FORMATS:
        raise NotFoundError(f"export: found {kind[:40]!r}, wanted one of {', '.join(FORMATS)}")
    view = view_by_query(current.story, current.record, query_of(request))
    headers = {"content-disposition": f'attachment; filename="{file_name(view, kind)}"'}
    # A large file takes a while to write: not where nobody will see it.
    unseen = request.method == "HEAD" or is_known(request, tag_of(request, current))
    content = b"" if unseen else export_view(view, kind, base_address(request))
    response = answer(request, current, content, FORMATS[kind].media_type, headers)
    if unseen:
        del response.headers["content-length"]
    return response

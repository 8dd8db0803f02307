"""What every request must be before the app reads it: short, without content, for this host."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import limits
from web.clients.origins import is_host
from web.http.accepted import accepts_gzip

_METHODS = ("GET", "HEAD", "OPTIONS")


class Gate:
    """Refuses requests that no reader makes, and states the host that links may name.

    Parameters
    ----------
    app : ASGI application
    public_address : str
        Where readers find the app: its host is believed, whatever a client states; "" where
        it is not known.
    takes_files : bool
        Whether files are accepted, as the server of a desk does.
    """

    def __init__(self, app: ASGIApp, public_address: str = "", takes_files: bool = False) -> None:
        self.app = app
        self.takes_files = takes_files
        self.public = urlsplit(public_address)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say in a sentence why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif not self._is_file(scope) and (refused := _refuse(scope)):
            await refused(scope, receive, send)
        else:
            cleaned = self._clean(scope)
            secure = cleaned["scheme"] == "https"
            await self.app(cleaned, receive, _send_secure_cookies(send) if secure else send)

    def _is_file(self, scope: Scope) -> bool:
        return self.takes_files and scope["path"].startswith("/_stcore/upload_file/")

    def _clean(self, scope: Scope) -> Scope:
        headers = MutableHeaders(raw=list(scope["headers"]))
        # "gzip;q=0" refuses gzip, which not all code behind this gate understands.
        if not accepts_gzip(headers.get("accept-encoding", "")):
            del headers["accept-encoding"]
        scheme = scope["scheme"]
        if self.public.netloc:
            headers["host"], scheme = self.public.netloc, self.public.scheme
        return {**scope, "headers": headers.raw, "scheme": scheme}


def _send_secure_cookies(send: Send) -> Send:
    """Return a way to send whose cookies never travel without TLS."""

    async def send_secure(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [
                (name, value + b"; Secure")
                if name.lower() == b"set-cookie" and b"; secure" not in value.lower()
                else (name, value)
                for name, value in message.get("headers", ())
            ]
            message = {**message, "headers": headers}
        await send(message)

    return send_secure


def _refuse(scope: Scope) -> Response | None:
    """Return what answers a request that is refused; None for all others."""
    if scope["method"] not in _METHODS:
        # Nothing is uploaded: Streamlit would keep a file of anybody in memory.
        wanted = ", ".join(_METHODS)
        return PlainTextResponse(
            f"This server is read-only: wanted {wanted}.", 405, headers={"allow": wanted}
        )
    if len(scope["query_string"]) > limits.QUERY.most:
        return PlainTextResponse(
            f"The address is too long: wanted at most {limits.QUERY.most:,} characters after the "
            "question mark.",
            414,
        )
    host = Headers(scope=scope).get("host", "")
    if host and not is_host(host):
        return PlainTextResponse("The host of the request cannot be read.", 400)
    return None

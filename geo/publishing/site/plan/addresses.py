"""Addresses of a site and of its app: as they are given, and as pages name them."""

import re
from urllib.parse import quote as encode_percent
from urllib.parse import urlsplit

from pydantic import HttpUrl, TypeAdapter, ValidationError

from geo.errors import GeoError, quote

# As browsers read addresses: https://url.spec.whatwg.org
_READER = TypeAdapter(HttpUrl)
# Browsers also read https:news.example, which other programs do not.
_START = re.compile(r"https?://[^/\\]", re.IGNORECASE)
_SCHEME = re.compile(r"^\s*([A-Za-z][A-Za-z0-9+.-]*:)?[/\\]*")
_HOST = re.compile(r"(?=.*[0-9a-z])[0-9a-z._-]+|\[[0-9a-f:.]+\]")
# What a path may contain besides letters and digits: RFC 3986, 3.3.
_IN_A_PATH = "/:@!$&'()*+,;=-._~%"
_NO_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def read_address(option: str, address: str) -> str:
    """Return an address as pages name it: in ASCII, and ending with a slash.

    Letters and characters that no address contains are percent-encoded in the path; a host with
    letters of other alphabets gets the name that it has in the network.

    Parameters
    ----------
    option : str
        What asks for it, for the message.
    address : str
        As typed; "" if there is none, which stays "".

    Raises
    ------
    GeoError
        If it is not the address of a folder on a server, or contains a user name or a password.
    """
    if not address:
        return ""
    # It could contain a password, so it is not repeated.
    if "@" in _find_host(address):
        raise GeoError(
            f"{option}: found a user name or a password before the host, wanted an address without "
            "them: whoever reads the link would see them"
        )
    try:
        url = _READER.validate_python(address)
    except ValidationError:
        raise _refuse(option, address) from None
    started = _START.match(address) and address.isprintable()
    if not started or "?" in address or "#" in address or not _HOST.fullmatch(url.host or ""):
        raise _refuse(option, address)
    parts = urlsplit(str(url))
    path = encode_percent(_NO_CODE.sub("%25", parts.path), safe=_IN_A_PATH)
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/"


def _find_host(address: str) -> str:
    """Return what some program may read as the host: before the path, however many slashes lead."""
    return re.split(r"[/\\]", _SCHEME.sub("", address, count=1), maxsplit=1)[0]


def _refuse(option: str, address: str) -> GeoError:
    return GeoError(
        f"{option}: found {quote(address)}, wanted an address that starts with http or https, "
        "without a question mark, number sign, or line break, such as https://news.example/story/"
    )

"""What a reader's browser says of itself, as far as it can be used: a client may say anything."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import streamlit as st

from geo.times.local import load_zone
from web.limits import ADDRESS


def find_page_address() -> str:
    """Return the address of the page, without a query; "" where none can be used."""
    return read_page_address(st.context.url)


def find_browser_zone() -> ZoneInfo:
    """Return the time zone of the reader; UTC where none is known."""
    return read_browser_zone(st.context.timezone)


def read_page_address(stated: str | None) -> str:
    """Return an address that a browser states, "" where no page can have it.

    Examples
    --------
    >>> read_page_address("https://news.example/map"), read_page_address("http://[")
    ('https://news.example/map', '')
    """
    if not stated or len(stated) > ADDRESS.most:
        return ""
    try:
        parts = urlsplit(stated)
    except ValueError:
        return ""
    return stated if parts.scheme in ("http", "https") and parts.netloc else ""


def read_browser_zone(stated: str | None) -> ZoneInfo:
    """Return the zone of a name that a browser states, UTC where there is no such zone.

    Examples
    --------
    >>> read_browser_zone("Asia/Tokyo"), read_browser_zone("Etc/Unknown")
    (zoneinfo.ZoneInfo(key='Asia/Tokyo'), zoneinfo.ZoneInfo(key='UTC'))
    """
    try:
        return load_zone(stated or "UTC")
    except (KeyError, ValueError, OSError):
        # No such name, none that can be a name, or that of a folder of zones.
        return load_zone("UTC")

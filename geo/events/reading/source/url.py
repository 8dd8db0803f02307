"""The URL of a file: whether a name is one, and what messages may say of it."""

from urllib.parse import urlsplit


def is_url(name: str) -> bool:
    """Return whether a name is a URL and not a path."""
    return name.lower().startswith(("http://", "https://"))


def shorten_url(url: str) -> str:
    """Return the host and file of a URL: the rest of it may hold a key."""
    try:
        parts = urlsplit(url)
        name = parts.path.rpartition("/")[2]
        shown = f"{parts.hostname or 'URL'}/.../{name}" if name else parts.hostname or "URL"
    except ValueError:
        return "URL"
    return "".join(letter if letter.isprintable() else "?" for letter in shown)[:100]

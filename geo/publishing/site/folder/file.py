"""A file of a site: its path, and its content or that it stays as the site before has it."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class UnchangedFile:
    """A file that stays as the site before has it.

    Attributes
    ----------
    hash : str
        Its SHA-256, in hexadecimal digits.
    size : int
        Bytes.
    """

    hash: str
    size: int


File = tuple[str, bytes | UnchangedFile]
"""The path of a file within the site, with slashes, and its content, or that it stays."""


def hash_content(content: bytes | UnchangedFile) -> str:
    """Return the SHA-256 of a file of a site, in hexadecimal digits."""
    return content.hash if isinstance(content, UnchangedFile) else sha256(content).hexdigest()

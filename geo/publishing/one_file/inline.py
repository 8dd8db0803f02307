"""Code and data that are written into a page itself, and the policy that allows just these."""

import re
from base64 import b64encode
from hashlib import sha256

from pydantic_core import to_json


def embed_script(code: bytes) -> str:
    """Return code as it may be written into a page: nothing in it ends the script."""
    return re.sub(r"<(?=/script|!--)", r"\\x3c", code.decode(), flags=re.IGNORECASE)


def strip_comments(code: str) -> str:
    """Return code of ours without lines of comments and indents: two fifths of its letters.

    No text of ours that a reader sees has lines of its own.
    """
    plain = re.sub(r"^[ \t]*(?://.*|/\*\*(?s:(?!\*/).)*\*/)\n", "", code, flags=re.MULTILINE)
    return re.sub(r"^[ \t]+", "", plain, flags=re.MULTILINE)


def strip_style(style: str) -> str:
    """Return a style sheet without comments and indents.

    >>> strip_style("  a { color: red; /* why */ }")
    'a { color: red;  }'
    """
    plain = re.sub(r"/\*(?s:.*?)\*/", "", style)
    return re.sub(r"^[ \t]+", "", plain, flags=re.MULTILINE)


def embed_json(content: object) -> str:
    """Return JSON as it may be written into a page: no character of it starts markup."""
    text = to_json(content).decode()
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def build_content_policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content policy of the page: these scripts and styles, and no request at all."""
    # The drawing library reads the pictures of its marks from data: and blob: addresses.
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_digest, scripts))}",
            f"style-src {' '.join(map(_digest, styles))}",
            "img-src data: blob:",
            "connect-src data: blob:",
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

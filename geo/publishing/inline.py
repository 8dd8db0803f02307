"""Code, styles and data that are written into a page itself: nothing in them ends their element.

Text and attributes are escaped by the templates, or by `Markup` without a template.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

# JSON needs none of these as they are: "<" may start markup, and lines of older JavaScript end at
# the other two.
_ESCAPED = "<\u2028\u2029"


def embed_json(content: object) -> Markup:
    r"""Return JSON as it may be written into a script, which it neither ends nor breaks.

    >>> print(embed_json({"said": "</script>"}))
    {"said":"\u003c/script>"}
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    # Half of a surrogate pair, which UTF-8 has not, is escaped as JSON does it.
    text = text.encode(errors="backslashreplace").decode()
    for char in _ESCAPED:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def embed_script(code: str) -> Markup:
    r"""Return code of ours as it may be written into a page: none of its texts ends the script.

    >>> print(embed_script("end = '</script>'"))
    end = '\x3c/script>'
    """
    return Markup(re.sub(r"<(?=/script|!--)", r"\\x3c", code, flags=re.IGNORECASE))


def embed_style(style: str) -> Markup:
    r"""Return a style sheet as it may be written into a page: none of its texts ends it.

    >>> print(embed_style("q::before { content: '</style>'; }"))
    q::before { content: '\3c /style>'; }
    """
    return Markup(re.sub(r"<(?=/style)", r"\\3c ", style, flags=re.IGNORECASE))


def write_hash_source(text: str) -> str:
    """Return what a content policy names a script or style in the page by (CSP, hash-source).

    >>> write_hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


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

"""Names of folders that differ on every file system, whatever is added later."""

import re
from collections.abc import Iterable
from hashlib import sha256

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*")
# Names that Windows reserves for devices in every folder, also with any ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
# Files beside the folders: pages, scripts, style sheets.
_FILE = re.compile(r".*\.(?:html|js|css)")
# Dates, times and most hashes of other programs, in which names often end, are shorter or longer.
_HASH_LENGTH = 16
_HASHED = re.compile(rf"(?:.*-)?[0-9a-f]{{{_HASH_LENGTH}}}")
# A file system holds 255 bytes.
_MOST_LETTERS = 120


def name_folders(names: Iterable[str]) -> dict[str, str]:
    """Return a folder for each event or briefing, by a rule that looks at no other name.

    A name of lower-case letters, digits, full stops, hyphens and underscores is its own folder.
    Any other gets a hash: some file systems do not distinguish capitals, drop a full stop at the
    end, or reserve a name; some names are those of files, or look as if they had a hash already.

    Examples
    --------
    >>> name_folders(["bridge-2", "Bridge-2"])
    {'bridge-2': 'bridge-2', 'Bridge-2': 'bridge-2-7e324eb2b74652a6'}
    """
    return {name: _name_folder(name) for name in names}


def _name_folder(name: str) -> str:
    is_plain = _PLAIN.fullmatch(name) and not name.endswith(".") and len(name) <= _MOST_LETTERS
    if is_plain and not any(one.fullmatch(name) for one in (_DEVICE, _FILE, _HASHED)):
        return name
    letters = re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-")[:_MOST_LETTERS]
    hash_ = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
    return f"{letters}-{hash_}".strip("-")

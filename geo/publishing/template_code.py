"""Compiled templates, cached where Python caches compiled modules.

Compiled code is run: it lies where only those may write who may change the program itself, never
beside a story, which comes from anywhere.
"""

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from geo.events.files.cache_files import read_cache_file, write_cache_file

# Compiled files kept of one template, each for another version of Python.
_MOST = 4


class TemplateCode(BytecodeCache):
    """The compiled templates in `__pycache__` beside each template.

    Parameters
    ----------
    options : bytes
        What compiling depends on besides the template and the version of Jinja.
    """

    def __init__(self, options: bytes) -> None:
        self._compiler = sha256(jinja2.__version__.encode() + options)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file of a template: one name may be in several folders."""
        return filename or name

    def get_source_checksum(self, source: str) -> str:
        """Return a hash of all that a template is compiled from."""
        whole = self._compiler.copy()
        whole.update(source.encode())
        return whole.hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template as it was compiled; leave it out where the file is damaged."""
        content = read_cache_file(_find_place(bucket))
        if content is not None:
            bucket.bytecode_from_string(bytes(content))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template; where that is not allowed, it is compiled each time."""
        if not sys.dont_write_bytecode:
            place = _find_place(bucket)
            with suppress(OSError):
                # As Python makes it: others who run the program may read what is compiled.
                place.parent.mkdir(parents=True, exist_ok=True)
                write_cache_file(place, bucket.bytecode_to_string(), _MOST)


def _find_place(bucket: Bucket) -> Path:
    # With the whole name of the template: a module beside it may have the same first part.
    return Path(cache_from_source(f"{bucket.key}.py"))

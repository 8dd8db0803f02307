"""A file written whole or not at all: a full disk never costs what was there before."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Characters of the file's name in that of the temporary one: names are limited to 255 bytes.
_MOST_LETTERS = 40


def write_whole_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file so that anyone who opens it, also after a failure, has the old or the new one.

    Parameters
    ----------
    path : Path
        In a folder that exists.
    content : bytes or iterable of bytes
        The file, or its pieces in their order.

    Raises
    ------
    OSError
        As of `open_part`.
    """
    pieces = [content] if isinstance(content, bytes) else content
    with open_part(path) as part, part.open("wb") as file:
        file.writelines(pieces)


@contextmanager
def open_part(path: Path) -> Iterator[Path]:
    """Give the place where a file is to be written, and let it take the place of `path`.

    It lies beside `path` under a unique name, and gets the permissions of the file it replaces. If
    `path` is a link, the file that it leads to is replaced. If anything fails, the temporary file
    is deleted and `path` stays as it was. Devices and pipes are written into directly.

    Raises
    ------
    OSError
        If it cannot be written, with the name of `path`.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    part = None
    try:
        target = Path(os.path.realpath(path))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            # Only the folder would have to allow it; but somebody has protected the file.
            raise PermissionError(errno.EACCES, "protected")
        part = target.with_name(f".{target.name[:_MOST_LETTERS]}.{secrets.token_hex(6)}.part")
        yield part
        with part.open("rb+") as file:
            # Without it, a crash now may leave the new name with an empty file.
            os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(target)
    except OSError as error:
        # Error messages name the final file, not the temporary one.
        number = error.errno or errno.EIO
        raise OSError(number, os.strerror(number), str(path)) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)

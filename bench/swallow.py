"""Run an app where the network drops packets: `python swallow.py app.py`.

Names of other hosts are looked up for five seconds, in vain.
"""

import runpy
import socket
import sys
import time
from pathlib import Path

_look_up = socket.getaddrinfo


def _swallow(host: object, *arguments: object, **named: object) -> object:
    if host in (None, "", "localhost", "127.0.0.1"):
        return _look_up(host, *arguments, **named)  # type: ignore[arg-type]
    time.sleep(5)
    raise socket.gaierror("no answer")


if __name__ == "__main__":
    socket.getaddrinfo = _swallow  # type: ignore[assignment]
    sys.argv = sys.argv[1:]
    sys.path.insert(0, str(Path(sys.argv[0]).resolve().parent))
    runpy.run_path(sys.argv[0], run_name="__main__")

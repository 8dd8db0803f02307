"""Run an app while every attempt to reach another host is noted and refused.

`python watched_server.py NOTES python app.py` writes a line to the file NOTES for each attempt;
with `streamlit run app.py` the app is run by Streamlit's command line.
"""

import ipaddress
import runpy
import socket
import sys
from pathlib import Path

_EVENTS = (
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
)


def _is_here(host: object) -> bool:
    if host in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def watch(notes: Path) -> None:
    """Note and refuse every look-up of another host's name, and every connection to one."""

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _EVENTS:
            return
        found = arguments[1] if isinstance(arguments[0], socket.socket) else arguments[0]
        # An address is a pair of host and port, or the path of a socket on this machine.
        host = found[0] if isinstance(found, tuple) else found
        here = isinstance(arguments[0], socket.socket) and not isinstance(found, tuple)
        if not here and not _is_here(host):
            with notes.open("a") as file:
                file.write(f"{event} {host}\n")
            raise OSError(f"{event}: no other host may be asked, found {host}")

    sys.addaudithook(note)


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    program, sys.argv = sys.argv[2], sys.argv[2:]
    if program == "streamlit":
        runpy.run_module("streamlit", run_name="__main__")
    else:
        sys.path.insert(0, str(Path(sys.argv[1]).parent))
        runpy.run_path(sys.argv[1], run_name="__main__")

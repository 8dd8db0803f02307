"""nginx with deploy/nginx.conf itself, in which only addresses, ports and folders are changed."""

import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.server import ROOT, free_port


@contextmanager
def balanced(replicas: Sequence[int]) -> Iterator[int]:
    """Run nginx with the configuration of deploy/ before two replicas.

    Parameters
    ----------
    replicas : sequence of int
        Their ports on this machine.

    Yields
    ------
    int
        The port of nginx.
    """
    port = free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    for number, replica in enumerate(replicas, start=1):
        text = text.replace(f"app-{number}:8501", f"127.0.0.1:{replica}")
    with tempfile.TemporaryDirectory() as folder:
        # nginx gives up root's rights, and then may not write into a folder of root's alone.
        Path(folder).chmod(0o777)
        text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace(
            "/tmp/", f"{folder}/"
        )
        text = text.replace("include mime.types", "include /etc/nginx/mime.types")
        path = Path(folder, "nginx.conf")
        path.write_text(text)
        command = ["nginx", "-c", str(path), "-p", folder, "-g", "daemon off;"]
        process = subprocess.Popen(command)
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + 10
    while time.monotonic() < latest:
        if process.poll() is not None:
            raise RuntimeError("nginx did not start")
        try:
            urlopen(f"http://localhost:{port}/_stcore/health").close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("nginx does not answer")

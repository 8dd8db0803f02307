"""What each kind of file costs to write: time, memory, and how soon its first byte comes.

`python -m bench.exports [events]` prints a line for each kind; each is written in a process of its
own, so that no kind has the memory of another.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.events import event_file
from bench.memory import read_memory_mb
from bench.rounds import read_sizes
from geo.events import EventSource
from geo.publishing.export import FORMATS, stream_view
from geo.story.current import StoryFiles, open_current
from geo.story.view import build_view_from_query


def main(count: int) -> None:
    """Print what the kinds cost at so many events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.geojson"
        path.write_bytes(event_file(count))
        for kind in FORMATS:
            subprocess.run([sys.executable, "-m", "bench.exports", kind, str(path)], check=True)


def write(kind: str, path: Path) -> None:
    """Write one kind and print its figures."""
    current = open_current(StoryFiles(Path("data"), EventSource.from_name(path)))
    view = build_view_from_query(current, {})
    # From here on the peak is that of writing.
    Path("/proc/self/clear_refs").write_text("5")
    before_mb, used_s, start = read_memory_mb("VmRSS"), time.process_time(), time.perf_counter()
    first_s, size = 0.0, 0
    for piece in stream_view(view, kind):
        size += len(piece)
        first_s = first_s or (size > 0) * (time.perf_counter() - start)
    print(
        f"{len(view.kept_events):,} events as {kind:<8} "
        f"{time.process_time() - used_s:8.1f} s processor "
        f"{first_s:8.2f} s to the first byte {read_memory_mb('VmHWM') - before_mb:6.0f} MB more "
        f"{size / 1e6:8.1f} MB long",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in FORMATS:
        write(sys.argv[1], Path(sys.argv[2]))
    else:
        main(*read_sizes(sys.argv[1:2], [10_000]))

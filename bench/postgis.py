"""A PostGIS server of the benchmark's own, on a socket in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from numpy.typing import NDArray

if TYPE_CHECKING:
    import psycopg

BINARIES = Path("/usr/lib/postgresql/15/bin")  # Debian: postgresql-15, postgresql-15-postgis-3
EXTENSION = Path("/usr/share/postgresql/15/extension/postgis.control")
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",  # one core, as for the others
    "work_mem": "256MB",
}


def is_installed() -> bool:
    """Return whether server, extension and the library that asks it are here."""
    is_there = (BINARIES / "initdb").exists() and EXTENSION.exists()
    return is_there and find_spec("psycopg") is not None


@contextmanager
def postgis() -> "Iterator[psycopg.Connection]":
    """Yield a connection to an empty database with PostGIS; nothing of it stays.

    Raises
    ------
    FileNotFoundError
        If PostgreSQL 15 is not installed; `is_installed` says so.
    """
    import psycopg

    folder = Path(tempfile.mkdtemp(prefix="bench-postgis-"))
    # PostgreSQL refuses to run as root; Debian's package brings a user of that name.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    cluster = str(folder / "cluster")
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    server = [str(BINARIES / "pg_ctl"), "-D", cluster, "-w", "-s"]
    run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)
    try:
        initialise = [str(BINARIES / "initdb"), "-D", cluster, "-U", "bench", "-A", "trust", "-N"]
        run(initialise)
        log = str(folder / "log")
        run([*server, "-l", log, "-o", f"-k {folder} {options}", "start"])
        try:
            with psycopg.connect(
                host=str(folder), user="bench", dbname="postgres", autocommit=True
            ) as connection:
                connection.execute("create extension postgis")
                yield connection
        finally:
            run([*server, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder)


def load(
    connection: "psycopg.Connection",
    points: NDArray[shapely.Point],
    line: shapely.MultiLineString,
) -> None:
    """Put points, in their order, and a border line into tables of geographies."""
    connection.execute(
        "drop table if exists point, border;"
        "create table point (number int, place geography(Point));"
        "create table border (line geography(MultiLineString))"
    )
    connection.execute("insert into border values (%s::geography)", [shapely.to_wkb(line)])
    with connection.cursor().copy("copy point from stdin") as rows:
        for number, place in enumerate(shapely.to_wkb(points, hex=True, include_srid=True)):
            rows.write_row((number, place))
    connection.execute("vacuum analyze point, border")


def distances(connection: "psycopg.Connection") -> list[float]:
    """Return what ST_Distance on the spheroid says for each point, in metres."""
    rows = connection.execute(
        "select st_distance(line, place) from point, border order by number"
    ).fetchall()
    return [row[0] for row in rows]


def total_distance(connection: "psycopg.Connection") -> None:
    """Let the server work all distances out and send one number, so that only its work counts."""
    connection.execute("select sum(st_distance(line, place)) from point, border").fetchone()


def processor_s(connection: "psycopg.Connection") -> float:
    """Return the processor time that the connection's process has used, in seconds."""
    row = connection.execute("select pg_backend_pid()").fetchone()
    assert row is not None  # a select of one value has one row
    fields = Path(f"/proc/{row[0]}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # proc(5): utime, stime

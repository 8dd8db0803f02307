"""The `distances` command: the distance to a border for every row of a table."""

import argparse
import tempfile
from pathlib import Path

from geo.cli.console import add_story_option, story_files
from geo.cli.distance_tables import KINDS, BorderSource, check_paths, write_distances
from geo.errors import BorderFileError, EventFileError
from geo.events import EventSource
from geo.story.story_file import read_story


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `distances IN --out OUT [--border FILE] [--workers N]`; call its `run` with the options.

    `run` raises GeoError for files that cannot be used.
    """
    command = commands.add_parser(
        "distances",
        help="add the distance to a border to every row of a file",
        description="Write a copy of a file with distance_m, nearest_lon, nearest_lat, inside, "
        f"border_name and border_version in every row. Files: {', '.join(KINDS)}; CSV by its "
        "columns lon and lat.",
    )
    command.add_argument("file", metavar="IN", help="a file, or a URL of one")
    command.add_argument("--out", type=Path, required=True, help="a file of the same kind")
    command.add_argument("--border", type=Path, help="polygons to measure from (the story's)")
    add_story_option(command)
    command.add_argument(
        "--workers",
        type=int,
        default=0,
        metavar="N",
        help="read GeoParquet in parts by N processes, for files larger than memory; "
        "OUT becomes a folder of parts",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    border = BorderSource(options.border) if options.border else _story_border(options)
    source = EventSource.from_name(options.file)
    if source.path:
        _measure(source.path, options.out, border, options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"events{options.out.suffix}"
        copy.write_bytes(source.read())
        _measure(copy, options.out, border, options.workers)


def _story_border(options: argparse.Namespace) -> BorderSource:
    folder = story_files(options).folder
    border = read_story(folder).border
    if border is None:
        raise BorderFileError("story.json: found no border, wanted one, or --border FILE")
    return BorderSource(folder / border.file, border.name, border.version, border.credit)


def _measure(path: Path, out: Path, border: BorderSource, workers: int) -> None:
    if not workers:
        write_distances(path, out, border.read())
        return
    kind = check_paths(path, out)
    if kind != ".parquet" or out.exists():
        raise EventFileError(f"{out.name}: --workers wants a .parquet folder that is yet to be")
    try:
        from geo.cli.distances_in_parts import write_distances_in_parts
    except ModuleNotFoundError as error:
        raise EventFileError(
            "--workers: found no dask-geopandas, wanted the extra: what-we-know[dask]"
        ) from error
    write_distances_in_parts(path, out, border, workers)

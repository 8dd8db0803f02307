"""The `distances` command: the distance to a border for every row of a table."""

import argparse
import re
import tempfile
from pathlib import Path

from geo.border.countries import check_country, suggest_country
from geo.cli.console import REPLACES, add_story_option, read_path, story_files
from geo.cli.distance_columns import ReadOptions
from geo.cli.distance_files import check_file
from geo.cli.distance_tables import WRITERS, BorderSource, check_paths, write_distances
from geo.errors import BorderFileError, EventFileError, Problem, quote, quote_name
from geo.events import EventSource
from geo.importing.tables.encoding import ENCODING_WANTED, is_text_encoding
from geo.story.story_file import BorderFile, read_story


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `distances IN --out OUT [--border ISO3|FILE] [--workers N]`.

    Its `run` raises GeoError for files that cannot be used.
    """
    command = commands.add_parser(
        "distances",
        help="add the distance to a border to every row of a table",
        description="Write a copy of a table in which every row also has distance_m (metres), "
        "nearest_lon, nearest_lat, inside, border_name, border_version, border_credit and "
        "border_accuracy_m: accuracy of the border in metres, and so of every distance; empty if "
        "its file does not state it. Kinds of file: "
        f"{', '.join(WRITERS)}; a CSV file needs the columns lon and lat, or longitude "
        "and latitude; its delimiter, encoding and line ends stay.",
    )
    command.add_argument("file", metavar="IN", help="file or URL to read")
    command.add_argument(
        "--out",
        type=read_path,
        required=True,
        metavar="OUT",
        help=f"file to write, of the same kind; {REPLACES}",
    )
    command.add_argument(
        "--border",
        type=read_path,
        metavar="ISO3|FILE",
        help="what to measure from: a country by its ISO 3166-1 alpha-3 code, or a file with "
        "polygons (default: the border of the story)",
    )
    add_story_option(command)
    command.add_argument(
        "--workers",
        type=_read_workers,
        default=0,
        metavar="N",
        help="measure a GeoParquet file in parts with N processes, for files larger than memory; "
        "OUT becomes a folder of parts",
    )
    command.add_argument("--layer", metavar="NAME", help="the layer of a GeoPackage to measure")
    command.add_argument(
        "--encoding",
        type=_check_encoding,
        metavar="NAME",
        help="of a CSV file that is neither UTF-8 nor UTF-16, such as cp1252",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Measure the file that the command line names."""
    border = _named_border(options.border) if options.border else _story_border(options)
    source = EventSource.from_name(options.file)
    if source.path:
        _measure(source.path, border, options)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"events{options.out.suffix}"
        copy.write_bytes(source.read())
        _measure(copy, border, options)


def _named_border(named: Path) -> BorderSource:
    """Return the border of a file, or else of a country: as `geo new` reads the same option."""
    if named.exists():
        return BorderSource(named)
    try:
        return BorderSource(story=BorderFile(country=check_country(str(named))))
    except ValueError as error:
        wanted = f"a border file, or a country such as YEM{suggest_country(str(named))}"
        raise BorderFileError(Problem(quote_name(named.name), "no such file", wanted)) from error


def _story_border(options: argparse.Namespace) -> BorderSource:
    folder = story_files(options).folder
    border = read_story(folder).border
    if border is None:
        raise BorderFileError(
            "story.json: found no border, wanted one; name a country or a file with --border"
        )
    return BorderSource(story=border, folder=folder)


def _read_workers(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text):
        raise argparse.ArgumentTypeError(f"found {quote(text)}, wanted a number of processes")
    return int(text)


def _check_encoding(name: str) -> str:
    if not is_text_encoding(name):
        raise argparse.ArgumentTypeError(f"found {quote(name)}, {ENCODING_WANTED}")
    return name


def _measure(path: Path, border: BorderSource, options: argparse.Namespace) -> None:
    out, workers = options.out, options.workers
    if not workers:
        wanted = ReadOptions(options.layer, options.encoding)
        write_distances(path, out, border.read(), wanted)
        return
    kind = check_paths(path, out)
    if kind != ".parquet" or out.exists():
        raise EventFileError(
            f"{out.name}: found another kind or an existing file, wanted a new "
            ".parquet folder for --workers"
        )
    check_file(path, kind, most=None)
    try:
        from geo.cli.distances_in_parts import write_distances_in_parts
    except ModuleNotFoundError as error:
        raise EventFileError(
            "--workers: found no dask-geopandas, wanted the extra: what-we-know[dask]"
        ) from error
    write_distances_in_parts(path, out, border, workers)

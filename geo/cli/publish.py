"""The whole story as a site at the command line: the `publish` command."""

import argparse
import os

from rich.text import Text

from geo.cli.check_site import check_site
from geo.cli.console import add_story_option, open_progress, print_line, read_path, story_files
from geo.events.reading.garbage import collect_seldom

# Beside this process. Each holds a record of its own, some 400 MB of ten thousand events.
_MOST_WORKERS = 3


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `publish --out SITE | --check SITE [--base-url URL] [--app-url URL]`.

    Its `run` raises GeoError, and returns 1 where a site that is checked is not whole.
    """
    command = commands.add_parser(
        "publish",
        help="write the whole story as a site that any web server serves",
        description="Write the story as a folder of plain files: a page for each event, claims, "
        "method, corrections, downloads, feed. It needs no server of its own and no other host. "
        "A problem that geo check says must be solved stops it. See docs/publishing.md.",
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out",
        type=read_path,
        metavar="SITE",
        help="folder to write: a new one, an empty one, or a site written before",
    )
    what.add_argument(
        "--check",
        type=read_path,
        metavar="SITE",
        help="write nothing; open a published site in Chromium, follow every link within it, "
        "and report what is missing, logs an error or contacts another host",
    )
    command.add_argument(
        "--no-browser",
        action="store_true",
        help="with --check: check only the files",
    )
    command.add_argument(
        "--base-url",
        default="",
        metavar="URL",
        help="address at which the site will be served: for its sitemap, link previews and error "
        "page",
    )
    command.add_argument(
        "--app-url",
        default="",
        metavar="URL",
        help="address of the app, to which pages link for what only the app can answer",
    )
    command.add_argument(
        "--pictures",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="draw a picture of each event's place (default: up to 1,000 events)",
    )
    add_story_option(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write or check the site that the command line names; return 1 if it is not whole."""
    if options.check:
        return check_site(options.check, with_browser=not options.no_browser)
    _write(options)
    return 0


def _write(options: argparse.Namespace) -> None:
    # Most of what is made stays to the end: looking for garbage among it takes a tenth of the time.
    collect_seldom()
    # Imported here: it loads the drawing, which other commands should not wait for.
    from geo.publishing.site.publish import SiteChoices, publish_story

    choices = SiteChoices(
        options.out,
        options.base_url,
        options.app_url,
        options.pictures,
        workers=min((os.cpu_count() or 1) - 1, _MOST_WORKERS),
    )
    # Only a terminal shows it: a log keeps what was written, and nothing on the way.
    with open_progress() as progress:
        task = progress.add_task("pages", total=None)
        written = publish_story(
            story_files(options),
            choices,
            lambda done, total, part: progress.update(
                task, completed=done, total=total, description=f"pages: {part}"
            ),
        )
    if written.hint:
        print_line(Text(written.hint))
    print_line(Text(f"{options.out}: {written}"))

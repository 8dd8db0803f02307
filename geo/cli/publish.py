"""The whole story as a site at the command line: the `publish` command."""

import argparse
from pathlib import Path

from rich.text import Text

from geo.cli.check_site import check_site
from geo.cli.console import add_story_option, print_line, story_files
from geo.errors import GeoError
from geo.story.current import StoryFiles, open_current


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `publish --out SITE | --check SITE [--base-url URL] [--app-url URL]`.

    Its `run` raises GeoError, and returns 1 where a site that is checked is not whole.
    """
    command = commands.add_parser(
        "publish",
        help="write the whole story as a site that any web server serves",
        description="Write the story as a folder of plain files: a page of each event, claims, "
        "method, corrections, downloads, feed. It needs no server of its own and no other host. "
        "A problem that geo check says must be solved stops it. See docs/publishing.md.",
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out",
        type=Path,
        metavar="SITE",
        help="folder to write: a new one, an empty one, or a site written before",
    )
    what.add_argument(
        "--check",
        type=Path,
        metavar="SITE",
        help="write nothing, but open a site that was written in Chromium, follow every link "
        "within it, and report what is missing, logs an error or asks another host",
    )
    command.add_argument(
        "--no-browser",
        action="store_true",
        help="with --check: look at the files alone",
    )
    command.add_argument(
        "--base-url",
        default="",
        metavar="URL",
        help="address at which the site will be served: for its map, previews and the page that "
        "is shown where there is none",
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
    # Imported here: it loads the drawing, which other commands should not wait for.
    from rich.console import Console
    from rich.progress import Progress

    from geo.publishing.site import build_site, plan_site, write_site
    from geo.publishing.site.pictures import reuse_or_draw

    files = story_files(options)
    _refuse_problems(files)
    plan = plan_site(open_current(files), options.base_url, options.app_url, options.pictures)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("pages", total=len(plan.events))
        built = build_site(
            plan,
            reuse_or_draw(options.out),
            lambda count: progress.update(task, advance=count),
        )
        count = write_site(built, options.out)
    print_line(Text(f"{options.out}: {count:,} files"))


def _refuse_problems(files: StoryFiles) -> None:
    """Stop where readers would not be shown something, or shown it wrongly.

    Raises
    ------
    GeoError
        With each problem that must be solved.
    """
    from geo.story.check.any_file import check_path

    checked = [str(files.folder), *([files.events.name] if files.events else [])]
    findings = [finding for name in checked for finding in check_path(name).findings]
    refusals = [str(finding) for finding in findings if finding.grade == "must"]
    if refusals:
        raise GeoError("\n".join([*refusals, "not published: correct these first"]))

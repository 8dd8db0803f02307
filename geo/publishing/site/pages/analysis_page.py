"""The page of the charts of the whole record, each with its words, its numbers and its files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from geo.drawing.charts import Look, choose_look
from geo.drawing.colours.palette import THEMES
from geo.link.analysis import MORE_FIGURES, PAGE_FIGURES
from geo.link.parameters import list_parameters
from geo.publishing.figures import (
    Figure,
    NumberTable,
    build_chart,
    build_figure,
    describe_chart,
    describe_figure,
    draw_spec,
    hash_figure,
    link_to_figure,
    tabulate_numbers,
    write_numbers,
)
from geo.publishing.parts.legend import write_swatches
from geo.publishing.site.folder.file import File
from geo.publishing.site.pages.head import describe_page
from geo.publishing.site.pages.render import render_page
from geo.publishing.site.pages.scripts import join_classic_script
from geo.publishing.site.paths import ANALYSIS
from geo.publishing.site.pictures.maps import PictureSource
from geo.publishing.site.plan.plan import Plan
from geo.story.briefings.references import collect_references
from geo.story.check.finding import select_refusals
from geo.story.check.rules.briefings import check_annotation
from geo.story.parts.annotation import Annotation
from geo.story.view import View
from geo.summaries.count import format_count

_FOLDER = Path(__file__).parent / "analysis"
# The widths of the page's column and of a phone, where the wide chart's text would be too small.
_WIDTHS = {"wide": 880, "narrow": 358}
FIGURE_NAMES = (*PAGE_FIGURES, *MORE_FIGURES)


@dataclass(frozen=True)
class ShownPicture:
    """A picture as a page names it: its path within the site, and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class ShownFigure:
    """A figure as the page shows it.

    Attributes
    ----------
    figure : Figure
    pictures : mapping of str to ShownPicture
        By width and theme, such as "narrow-dark".
    alone : str
        The path of the picture with all its words.
    keys : list of (int, str)
        The number of each colour's swatch, and what it stands for.
    notes : list
        The notes that it marks, each with what it rests on.
    table : NumberTable
    """

    figure: Figure
    pictures: dict[str, ShownPicture]
    alone: str
    keys: list[tuple[int, str]]
    notes: list[tuple[Annotation, object]]
    table: NumberTable


def write_analysis(plan: Plan, pictures: PictureSource) -> Iterator[File]:
    """Yield the page of charts and its files; without events, a page that says so."""
    view = plan.view
    notes = [one for one in view.story.annotations if _may_show(one, view)]
    looks = {theme: choose_look(view, palette) for theme, palette in THEMES.items()}
    shown = []
    for name in FIGURE_NAMES:
        figure = build_figure(view, name, notes)
        if figure is None:
            continue
        base = plan.base_url
        link = link_to_figure(view, name, "analysis/", base) if base else ""
        files = dict(_draw(plan, figure, looks, link, pictures))
        yield from files.values()
        numbers = write_numbers(view, figure, link)
        yield f"analysis/{name}.csv", numbers
        shown.append(_show(view, figure, looks["light"], files))
    yield ANALYSIS, _write_page(plan, shown)
    yield "analysis/old_links.js", join_classic_script(_FOLDER / "old_links.js")
    yield "analysis/analysis.css", (_FOLDER / "analysis.css").read_bytes() + _write_keys(looks)


def _write_page(plan: Plan, shown: list[ShownFigure]) -> bytes:
    words = (
        f"What was found, over time and by distance: {format_count(len(shown), 'chart')} of the "
        f"record with all numbers. Not a census. {plan.view.story.subtitle}"
    )
    head = describe_page(plan, "Analysis", ANALYSIS, words, has_scripts=True)
    values = {"shown": shown, "events": len(plan.events), "asked": _list_asked()}
    return render_page(plan, "analysis.html", head, **values)


def _list_asked() -> list[str]:
    """Return the parameters of links that ask for other charts than those of the whole record."""
    return [
        row.name
        for row in list_parameters()
        if row.chooses_events
        or row.name == "event"
        or (row.attribute.startswith("analysis.") and row.name != "figure")
    ]


def _draw(
    plan: Plan, figure: Figure, looks: Mapping[str, Look], link: str, pictures: PictureSource
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield the pictures of a figure, by what they are for."""
    build = cache(lambda theme: build_chart(figure, looks[theme]))
    drawing = figure.hash_drawing()
    for theme, look in looks.items():
        for size, width in _WIDTHS.items():

            def draw(theme: str = theme, width: int = width) -> bytes:
                return draw_spec(describe_chart(build(theme), width), "svg")

            content = pictures(_name_chart(figure, _join(drawing, look, width)), draw)
            yield f"{size}-{theme}", (_name_chart(figure, content), content)
    # Drawn with a word in place of the version of the data, it is the same for other data. No
    # drawing holds that word otherwise.
    shown = hash_figure(plan.view, figure, looks["light"], link)
    version, word = plan.view.record.version, shown[: len(plan.view.record.version)]

    def draw_alone() -> bytes:
        spec = describe_figure(plan.view, figure, looks["light"], build("light"), link)
        return draw_spec(spec.replace(version, word), "svg")

    content = pictures(_name_chart(figure, _join(shown)), draw_alone)
    content = content.replace(word.encode(), version.encode())
    yield "alone", (_name_chart(figure, content), content)


def _join(*shown: object) -> bytes:
    """Return what a chart is drawn from, the engine among it, as one text."""
    return " ".join(map(str, (_read_engine(), *shown))).encode()


def _name_chart(figure: Figure, content: bytes) -> str:
    """Return the path of a chart, which changes with its content, or with what it is drawn from."""
    return f"analysis/{figure.name}-{sha256(content).hexdigest()[:10]}.svg"


def _show(
    view: View, figure: Figure, look: Look, files: dict[str, tuple[str, bytes]]
) -> ShownFigure:
    keys = [(look.shades.index(shade) + 1, shade.label) for shade in figure.list_shades(look)]
    return ShownFigure(
        figure=figure,
        pictures={
            use: ShownPicture(path, *_read_size(content))
            for use, (path, content) in files.items()
            if use != "alone"
        },
        alone=files["alone"][0],
        keys=keys,
        notes=[(note, collect_references([note], view.record.events)) for note in figure.notes],
        table=tabulate_numbers(view, figure),
    )


def _write_keys(looks: Mapping[str, Look]) -> bytes:
    return f"{write_swatches(*(look.shades for look in looks.values()))}\n".encode()


def _may_show(note: Annotation, view: View) -> bool:
    return not select_refusals(check_annotation(note, view.story, view.record))


def _read_size(svg: bytes) -> tuple[int, int]:
    """Return the width and height that a picture says it has; (0, 0) where it says none."""
    found = re.search(rb'<svg[^>]*? width="(\d+)[^"]*"[^>]*? height="(\d+)', svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)


@cache
def _read_engine() -> str:
    """Return which version draws: another one may draw the same words in another way."""
    return version("vl-convert-python")

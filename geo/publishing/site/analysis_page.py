"""The page of the charts of the whole record, each with its words, its numbers and its files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from geo.drawing.charts import Look, choose_look
from geo.drawing.palette import THEMES
from geo.link.analysis import MORE_FIGURES, PAGE_FIGURES
from geo.publishing.figures import (
    Figure,
    NumberTable,
    build_chart,
    build_figure,
    describe_chart,
    describe_figure,
    draw_spec,
    tabulate_numbers,
    write_numbers,
)
from geo.publishing.one_file.legend import write_swatches
from geo.publishing.parts.words import shorten
from geo.publishing.site.folders import START
from geo.publishing.site.page import Head, render_page
from geo.publishing.site.pictures import PictureSource
from geo.publishing.site.plan import Plan
from geo.publishing.site.scripts import join_classic_script
from geo.publishing.site.write import File
from geo.story.annotation import Annotation
from geo.story.check.rules_briefings import check_annotation
from geo.story.references import collect_references
from geo.story.view import View

_FOLDER = Path(__file__).parent / "analysis"
# As wide as the column of the page, and as a phone, whose letters would be too small otherwise.
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
    """Yield the page of charts and its files; where there is no event, a page that says so."""
    view = plan.view
    notes = [one for one in view.story.annotations if _may_show(one, view)]
    looks = {theme: choose_look(view, palette) for theme, palette in THEMES.items()}
    shown = []
    for name in FIGURE_NAMES:
        figure = build_figure(view, name, notes)
        if figure is None:
            continue
        files = dict(_draw(plan, figure, looks, pictures))
        yield from files.values()
        yield f"analysis/{name}.csv", write_numbers(view, figure.numbers, plan.base_url)
        shown.append(_show(view, figure, looks["light"], files))
    yield f"analysis/{START}", _write_page(plan, shown)
    yield "analysis/old_links.js", join_classic_script(_FOLDER / "old_links.js")
    yield "analysis/analysis.css", (_FOLDER / "analysis.css").read_bytes() + _write_keys(looks)


def _write_page(plan: Plan, shown: list[ShownFigure]) -> bytes:
    story = plan.view.story
    head = Head(
        title=f"Analysis · {story.title}",
        description=shorten(
            f"What was found, over time and by distance: {len(shown)} charts of the record with "
            f"their numbers. Not a census. {story.subtitle}"
        ),
        path=f"analysis/{START}",
        picture=plan.picture_path(),
        picture_words=f"The map of {story.title}",
        has_scripts=True,
    )
    return render_page(plan, "analysis.html", head, shown=shown, events=len(plan.events))


def _draw(
    plan: Plan, figure: Figure, looks: Mapping[str, Look], pictures: PictureSource
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield the pictures of a figure, by what they are for."""
    charts = {theme: build_chart(figure, look) for theme, look in looks.items()}
    specs = {
        f"{size}-{theme}": spec
        for theme in charts
        for size, spec in zip(
            _WIDTHS, describe_chart(charts[theme], list(_WIDTHS.values())), strict=True
        )
    }
    specs["alone"] = describe_figure(
        plan.view, figure, looks["light"], charts["light"], plan.base_url
    )
    for use, spec in specs.items():
        # Drawn with a word in place of the version, the picture is the same for other data.
        data, stand_in = plan.view.record.version, _choose_stand_in(plan, spec)
        unsigned = spec.replace(data, stand_in)
        content = pictures(_name_chart(figure, unsigned), partial(draw_spec, unsigned, "svg"))
        signed = content.replace(stand_in.encode(), data.encode())
        yield use, (_name_chart(figure, spec), signed)


def _name_chart(figure: Figure, spec: str) -> str:
    digest = sha256(f"{_read_engine()} {spec}".encode()).hexdigest()[:10]
    return f"analysis/{figure.name}-{digest}.svg"


def _choose_stand_in(plan: Plan, spec: str) -> str:
    """Return a word as long as the version of the data, which a drawing cannot hold otherwise."""
    data = plan.view.record.version
    return sha256(spec.replace(data, "").encode()).hexdigest()[: len(data)]


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
        table=tabulate_numbers(view, figure.numbers),
    )


def _write_keys(looks: Mapping[str, Look]) -> bytes:
    return f"{write_swatches(*(look.shades for look in looks.values()))}\n".encode()


def _may_show(note: Annotation, view: View) -> bool:
    findings = check_annotation(note, view.story, view.record)
    return not any(finding.grade == "must" for finding in findings)


def _read_size(svg: bytes) -> tuple[int, int]:
    """Return the width and height that a picture says it has; (0, 0) where it says none."""
    found = re.search(rb'<svg[^>]*? width="(\d+)[^"]*"[^>]*? height="(\d+)', svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)


@cache
def _read_engine() -> str:
    """Return which version draws: another one may draw the same words in another way."""
    return version("vl-convert-python")

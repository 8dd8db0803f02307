"""Which figures there are: those of the page, the most informative first, and those on demand."""

from collections.abc import Callable, Sequence

from geo.link.analysis import FIGURES
from geo.publishing.figures import distance, over_time, spans, tables
from geo.publishing.figures.figure import Figure
from geo.publishing.figures.noted_range import NotedRange, note_range
from geo.story.parts.annotation import Annotation
from geo.story.view import View

Build = Callable[[View, NotedRange], Figure | None]

_BUILDERS: dict[str, Build] = {
    "over-time": over_time.build_over_time,
    "reach": distance.build_distance_over_time,
    "distances": distance.build_distances,
    "within": distance.build_within,
    "cross": tables.build_cross,
    "regions": tables.build_regions,
    "before-after": spans.build_before_after,
    "rate": over_time.build_rate,
    "cumulative": over_time.build_cumulative,
    "by-group": over_time.build_by_group,
    "by-region": over_time.build_by_region,
    "distances-log": distance.build_distances_log,
    "hours": tables.build_hours,
}
_COMPARED = "beside-"


def build_figure(view: View, name: str, notes: Sequence[Annotation] = ()) -> Figure | None:
    """Return a figure of a view; None if the view has nothing for it.

    Parameters
    ----------
    view : View
    name : str
        One of `FIGURES`.
    notes : sequence of Annotation
        Notes of the story that may be shown.

    Raises
    ------
    KeyError
        If there is no such figure.
    """
    if name not in FIGURES:
        raise KeyError(name)
    if name.startswith(_COMPARED):
        compared = build_compared_figures(view)
        return next((figure for figure in compared if figure.name == name), None)
    # Before and after reaches beyond the dates of the view, which may leave nothing.
    if view.kept_events.empty and name != "before-after":
        return None
    return _BUILDERS[name](view, note_range(view, notes))


def build_compared_figures(view: View) -> tuple[Figure, ...]:
    """Return the figures of a view and of the one compared with it; none if nothing is compared."""
    comparison = spans.build_comparison(view)
    return () if comparison is None else (*comparison.figures[0], *comparison.figures[1])


def find_view(view: View, name: str) -> View:
    """Return the view that a figure is of: the other one where the two are side by side."""
    comparison = spans.build_comparison(view) if name.startswith(f"{_COMPARED}1") else None
    return view if comparison is None else comparison.views[1]

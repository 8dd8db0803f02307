"""What a measurement says: a name, a number, its unit."""

from collections.abc import Iterable

Figure = tuple[str, float, str]


def print_figures(figures: Iterable[Figure], title: str = "") -> None:
    """Print a figure on each line, as soon as it is measured.

    Parameters
    ----------
    figures : iterable of Figure
    title : str, optional
        Before each name.
    """
    for name, value, unit in figures:
        print(f"{title}{name:<{56 - len(title)}} {value:>12,.4g} {unit}", flush=True)

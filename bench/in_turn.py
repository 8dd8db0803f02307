"""Measuring in turn (ours, theirs, ours, theirs), so that a busy machine slows both equally."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from bench.figures import Figure

Work = Callable[[], object]
Clock = Callable[[], float]


def measure_in_turn(
    works: Mapping[str, Work], rounds: int, clocks: Mapping[str, Clock] | None = None
) -> dict[str, list[float]]:
    """Return the seconds of each work in each round, by the processor's clock or its own."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            clock = (clocks or {}).get(name, time.process_time)
            start = clock()
            work()
            seconds[name].append(clock() - start)
    return seconds


def compare(name: str, more: Sequence[float], less: Sequence[float]) -> Iterator[Figure]:
    """Yield how many times as long the first took as the second: middle, lowest, highest round.

    Examples
    --------
    >>> [value for _, value, _ in compare("growth", [2, 3, 4], [2, 2, 2])]
    [1.5, 1.0, 2.0]
    """
    ratios = [one / other for one, other in zip(more, less, strict=True)]
    yield name, median(ratios), "x"
    yield f"{name}, lowest", min(ratios), "x"
    yield f"{name}, highest", max(ratios), "x"

"""What a file is written from: the kept events of a view, in parts that need little memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from geopandas import GeoDataFrame

from geo.claims import AttributionLines
from geo.link.filters import is_kept
from geo.publishing.export.computed import add_computed
from geo.publishing.export.pieces import Pieces
from geo.publishing.export.provenance import Provenance, describe_provenance
from geo.publishing.export.reassignment import Reassigned, apply_reassigned, reassign_claims
from geo.story.view import View

# So many events fit into any memory, and cost little more each than all at once. Writing them takes
# a tenth of a second, while other downloads wait.
PART = 5_000
# Smaller where pieces are cached: one changed event rewrites its whole piece.
CACHED_PART = 250
# The part that is written, for which several sheets or files ask one after the other.
_MOST_PARTS_KEPT = 2


@dataclass(frozen=True)
class Export:
    """The kept events of a view, as every kind of file is written from them.

    Attributes
    ----------
    view : View
    about : Provenance
    rows : array of int, n values
        Positions of the kept events in the record.
    reassigned : Reassigned
        Statements about kept events that were filed under others (`reassign_claims`).
    lines : AttributionLines
        Writes those of the record: each once for all files that are written from here.
    on_progress : callable
        Called with the number of events written since the last call.
    pieces : Pieces, optional
        What was written before, where the files hold the whole record.
    """

    view: View
    about: Provenance
    rows: np.ndarray
    reassigned: Reassigned
    lines: AttributionLines
    on_progress: Callable[[int], None]
    pieces: Pieces | None = None
    _taken: dict[bytes, GeoDataFrame] = field(default_factory=dict, init=False, repr=False)

    def split(self, rows: np.ndarray | None = None) -> Iterator[np.ndarray]:
        """Yield the positions of each part that is written; smaller where pieces are cached.

        Parameters
        ----------
        rows : array of int, optional
            Only these positions in the record. Without any, there is one empty part.
        """
        most = PART if self.pieces is None else CACHED_PART
        return _split(self.rows if rows is None else rows, most)

    def take(self, rows: np.ndarray) -> GeoDataFrame:
        """Return the events at some positions, with the columns of `COMPUTED`.

        `inside` is missing without a distance. The last two parts are kept:
        they must not be changed.
        """
        key = rows.tobytes()
        if key not in self._taken:
            record, presence = self.view.record, self.view.presence
            taken = add_computed(record, rows, presence, self.lines, self.reassigned)
            self._taken[key] = taken
            if len(self._taken) > _MOST_PARTS_KEPT:
                del self._taken[next(iter(self._taken))]
        return self._taken[key]

    def write_parts(
        self,
        kind: str,
        write: Callable[[GeoDataFrame], bytes],
        rows: np.ndarray | None = None,
    ) -> Iterator[bytes]:
        """Yield what is written of the events part by part, or was written of a part before.

        Parameters
        ----------
        kind : str
            Of file, and all that `write` depends on besides the part.
        write : callable
        rows : array of int, optional
            Only these positions in the record.
        """
        for some in self.split(rows):
            yield self.write_part(kind, write, some)
            self.on_progress(len(some))

    def write_part(
        self, kind: str, write: Callable[[GeoDataFrame], bytes], rows: np.ndarray
    ) -> bytes:
        """Return what `write_parts` yields of the events at some positions."""
        if self.pieces is None:
            return write(self.take(rows))
        events = self.view.record.events.index[rows].tolist()
        return self.pieces.find_or_write(kind, events, lambda: write(self.take(rows)))

    def count_items(self, name: str) -> int:
        """Return how many claims, or sources, the kept events have in all."""
        events = self.view.record.events[[name]].iloc[self.rows]
        return int(apply_reassigned(events, self.reassigned)[name].map(len).sum())


def _split(rows: np.ndarray, most: int) -> Iterator[np.ndarray]:
    for first in range(0, max(len(rows), 1), most):
        yield rows[first : first + most]


def prepare_export(
    view: View, address: str | None = "", on_progress: Callable[[int], None] = lambda _: None
) -> Export:
    """Return what files of a view are written from; `address` as of `describe_provenance`."""
    events, shown = view.record.events, is_kept(view.presence)
    return Export(
        view=view,
        about=describe_provenance(view, address),
        rows=np.flatnonzero(shown.to_numpy()),
        reassigned=reassign_claims(events, shown),
        lines=view.record.open_attribution_lines(),
        on_progress=on_progress,
    )

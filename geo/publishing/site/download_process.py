"""The files to download written by another process, while this one writes the pages."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from geo.errors import ExportError
from geo.events.collecting import collect_seldom
from geo.publishing.site.downloads import Download, list_downloads
from geo.publishing.site.inputs import digest_plan
from geo.publishing.site.known_pieces import open_pieces, save_pieces
from geo.publishing.site.plan import Plan


def list_cached_downloads(plan: Plan) -> list[Download]:
    """Return all events of a story as a file of each kind, from pieces cached beside it."""
    pieces = open_pieces(plan, "downloads")
    downloads = list_downloads(plan, pieces)
    save_pieces(pieces, "downloads", plan.view.current.cache_folder)
    return downloads


class DownloadProcess:
    """A process that opens a story itself and writes its files to download.

    Parameters
    ----------
    open_plan : callable
        Opens the plan of the site there; it is given to the process by name and arguments.
    """

    def __init__(self, open_plan: Callable[[], Plan]) -> None:
        self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        self._listed = self._pool.submit(_list, open_plan)

    def receive(self, plan: Plan) -> list[Download]:
        """Wait for the files, and return them.

        Raises
        ------
        ExportError
            If the process read another story than that of the plan, or ended.
        """
        try:
            inputs, downloads = self._listed.result()
        except BrokenProcessPool as error:
            raise ExportError(
                "found that the process that writes files to download ended, wanted it to go on; "
                "is there memory for it? It takes as much as this one"
            ) from error
        if inputs != digest_plan(plan):
            raise ExportError(
                "found that the story changed while it was being published, wanted one that stays "
                "as it is until then; publish it again"
            )
        return downloads

    def close(self) -> None:
        """Stop the process, once it is done with what it began."""
        self._pool.shutdown(cancel_futures=True)


def _list(open_plan: Callable[[], Plan]) -> tuple[str, list[Download]]:
    collect_seldom()
    plan = open_plan()
    return digest_plan(plan), list_cached_downloads(plan)

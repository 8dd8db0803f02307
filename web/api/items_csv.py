"""A page of events as CSV, as an export writes it: each row says how it was chosen."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from starlette.requests import Request

from geo.errors import LinkError
from geo.publishing.export import prepare_export
from geo.publishing.export.csv import write_events_csv
from geo.story.view import View
from web.api.addresses import find_base_address, find_own_address
from web.api.crs_parameters import CRS_PARAMETERS
from web.api.items_query import ItemsQuery
from web.api.responses import read_request_query


def write_csv(
    request: Request, view: View, presence: pd.Series, page: NDArray[np.intp], query: ItemsQuery
) -> Iterator[bytes]:
    """Yield events in their order as CSV.

    Parameters
    ----------
    request : Request
        Its address, and what it asks beside the link's grammar, is named in each row.
    view : View
    presence : Series of str, n values
        As the whole query leaves it.
    page : array of int
        Positions of the events that are written.
    query : ItemsQuery

    Raises
    ------
    LinkError
        If only some properties are requested: the columns of a file are always the same.
    """
    if query.properties is not None:
        raise LinkError("properties: found with CSV, wanted JSON or a page: a file has all columns")
    narrowed = replace(view, presence=presence)
    export = prepare_export(narrowed, find_base_address(request))
    about = replace(
        export.about,
        filter="; ".join([narrowed.filter_words, *_describe_more(request, query)]),
        link=find_own_address(request),
    )
    return write_events_csv(replace(export, about=about, rows=page))


def _describe_more(request: Request, query: ItemsQuery) -> list[str]:
    """Return what a query asks beside the link's grammar, as it is written."""
    asked = read_request_query(request)
    return [
        f"{name}={text}"
        for name, texts in asked.items()
        if name not in query.rest and name not in ("f", *CRS_PARAMETERS)
        for text in texts
    ]

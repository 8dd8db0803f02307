"""Four events of two columns for filters, and the rows that a filter keeps."""

import numpy as np
import pandas as pd

from geo.link.cql2 import Columns, Queryable, apply_filter, parse_cql2_text

NAMES = ("Harbour", None, "дамба", "100 %")
SIZES = (1.0, 2.0, None, 4.0)


def small_columns(**more: Queryable) -> Columns:
    return Columns(
        {
            "title": Queryable("text", lambda: pd.Series(NAMES)),
            "size": Queryable("number", lambda: pd.Series(SIZES)),
            **more,
        },
        4,
    )


def kept(text: str, columns: Columns | None = None) -> list[int]:
    return np.flatnonzero(
        apply_filter(parse_cql2_text(text), columns or small_columns()).true
    ).tolist()

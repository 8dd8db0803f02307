"""Three events to check by eye, and which of them filters keep."""

import pandas as pd

from geo.link.filters import Filters, apply_filters, is_kept
from geo.link.search.text_search import fold

# Three events to check by eye: far, near, and inside the border.
events = pd.DataFrame(
    {
        "group": ["north", "other", "other"],
        "event_type": ["drone_incursion", "crash", "drone_strike"],
        "target_type": ["government", "unknown", "naval"],
        "verification": ["partly_verified", "unverified", "unverified"],
        "attribution": ["contested", "unclaimed", "claimed"],
        "region": ["Rewa", "Lau", None],
        "start_local": pd.to_datetime(["2023-05-03T02:27", "2023-04-24T00:00", "2022-10-29T00:00"]),
        "end_local": pd.to_datetime(["2023-05-03T02:28", "2023-04-25T00:00", "2022-10-30T00:00"]),
        "low_m": [451_000.0, 25_000.0, -60_000.0],
        "high_m": [451_400.0, 35_000.0, -40_000.0],
        "any_party_denies": [True, False, False],
        "one_origin_only": [False, True, True],
        "search_text": [fold("The Mill, Мельница"), fold("Lagoon"), fold("Гавань")],
    },
    index=pd.Index(["far", "near", "inside"], name="id"),
)
events["start"] = events["start_local"].dt.tz_localize("Europe/Moscow").dt.tz_convert("UTC")
events["end"] = events["end_local"].dt.tz_localize("Europe/Moscow").dt.tz_convert("UTC")


def ids_kept(filters: Filters) -> list[str]:
    presence = apply_filters(events, filters)
    return list(events.index[is_kept(presence)])

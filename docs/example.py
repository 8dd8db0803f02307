"""The record in a notebook: what was reported that night, who says what, and how far it lies.

Install the library (`pip install .`) and run it from the repository's root, or copy it cell by
cell.
"""

# %% A view is a story's folder and a link: the very words of the app's address.
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from geo import build_ledger, cite, export_view, open_view

STORY = "data"
night = open_view(STORY, "from=2023-05-02T21:00&to=2023-05-03T06:00")

# %% `kept` is a GeoDataFrame, one row an event. Presence says how surely each belongs: an event
# known only to the day may have happened within these nine hours, or before, or after.
print(night)
events = night.kept
print(events["presence"].value_counts().to_string())

# %% Distances are metres on the ellipsoid; a place known to 15 km has a distance known to 15 km.
km = (events[["distance_m", "low_m", "high_m"]] / 1000).round(1)
print(km.to_string())

# %% Who says what: a ledger holds every statement about an event, also those that are filed
# under another event of the same night. No line states more than its speakers did.
for title, line in zip(events["title"], events["attribution_line"], strict=True):
    print(f"\n{title}\n{line}")

# %% What was known at noon, by the clock of the place, without what came later.
whole_record = night.record.events
first = events.index[events["group"] == "kremlin"][0]
by_noon = build_ledger(whole_record, first, as_known_at=datetime(2023, 5, 3, 12))
by_now = build_ledger(whole_record, first)
print(f"\n{len(by_noon)} statements on record by noon, {len(by_now)} by now")

# %% Files say what they are: title, version, border, method, licence, filter and link.
address = "https://maps.example/"
with TemporaryDirectory() as folder:
    path = Path(folder) / "night.geojson"
    file = export_view(night, "geojson", address=address, path=path)
    print(f"\n{file.name}: {file.stat().st_size:,} bytes")

# %% A figure that is quoted should name the data it was counted in.
print(cite(night, read_on=date(2026, 11, 23), address=address))

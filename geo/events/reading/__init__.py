"""A file of events, from its source to checked columns and a report of what was rejected.

In the order in which a file goes through it: `source` (file or URL) and `read`; of GeoJSON
`geojson`, `features`, which uses `problems` and `misspelt_members`; of GeoParquet `geoparquet`; of
both `references`. `cache` remembers what was read of a large file.
"""

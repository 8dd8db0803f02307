"""Paths of a site that are the same for each story: links to them stay for ever."""

INDEX = "index.html"
"""The file that a server sends for a folder."""

START = INDEX
EVENTS = f"events/{INDEX}"
CLAIMS = f"claims/{INDEX}"
ANALYSIS = f"analysis/{INDEX}"
METHOD = f"method/{INDEX}"
CORRECTIONS = f"corrections/{INDEX}"
DOWNLOADS = f"downloads/{INDEX}"
RECORD_PAGES = (START, EVENTS, CLAIMS, ANALYSIS, METHOD, CORRECTIONS, DOWNLOADS)
"""The pages about the whole record that each site has."""

BRIEFINGS = f"briefing/{INDEX}"
"""The list of briefings, where there are any."""
LOST = "404.html"
"""What a server sends for an unknown address."""

DOWNLOADS_LIST = "downloads/index.json"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
STYLE = "site.css"
OFFLINE = "offline.js"
WHOLE_MAP = "map.png"
EXPLORER = "explorer"
"""The folder of the explorer's code and data."""
MANIFEST = "manifest-sha256.txt"

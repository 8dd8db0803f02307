"""The browser of the tests and of the bench: which one, how it is started, how long it may take."""

import shutil

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
# A software GPU, for the maps alone: it takes twice the time to put together the rest of a page.
# None of the browser's own calls home: the machine may have no network.
ARGUMENTS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
]
# A busy machine may be slow: what is expected must come, not come at once. Only a failure waits.
PATIENCE_S = 120
PATIENCE_MS = PATIENCE_S * 1000

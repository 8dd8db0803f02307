"""How all tests run."""

import gc

from hypothesis import settings

# The machine may be busy: an example is wrong by its result, never by its time.
settings.register_profile("steady", deadline=None, max_examples=60)
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """Spare the collector what stays to the end: the modules, some 300,000 objects."""
    gc.collect()
    gc.freeze()

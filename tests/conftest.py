"""How all tests run."""

from hypothesis import settings

# The machine may be busy: an example is wrong by its result, never by its time.
settings.register_profile("steady", deadline=None, max_examples=60)
settings.load_profile("steady")

"""How all tests run."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from geo.drawing.basemap.world.world_map import draw_world
from web.settings import settings

# The machine may be busy: an example is wrong by its result, never by its time. Each run tries the
# same examples; HYPOTHESIS_PROFILE=new tries ten times as many, others each time.
hypothesis_settings.register_profile("steady", deadline=None, max_examples=40, derandomize=True)
hypothesis_settings.register_profile("new", deadline=None, max_examples=400)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_collection_finish() -> None:
    """Spare the collector what stays to the end: the modules, some 300,000 objects.

    And let it look after 50,000 new objects, not after 700: what tests make is soon gone.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session", autouse=True)
def _each_place_is_drawn_once() -> Iterator[None]:
    """Draw the world around a place once, not again for each new folder of a story.

    Stories of tests lie in few places, some of them in all the world, which takes seconds.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "geo.drawing.basemap.world.cache.draw_world", lru_cache(maxsize=16)(draw_world)
        )
        yield


@pytest.fixture
def serve_story(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Serve another folder in place of the shipped story, as the variable STORY does."""

    def serve(folder: Path) -> None:
        monkeypatch.setenv("STORY", str(folder))
        settings.cache_clear()

    return serve


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _settings_are_read_again() -> Iterator[None]:
    """Forget the settings of a test that changed the environment."""
    yield
    settings.cache_clear()


@pytest.fixture(autouse=True)
def _main_module_stays() -> Iterator[None]:
    """Put the main module back: Streamlit's AppTest replaces it, and new processes import it."""
    main_module = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main_module

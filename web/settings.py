"""What a deployment chooses: every environment variable that the server reads, read once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.config import Config

from geo.errors import quote
from geo.story.current import StoryFiles
from web.clients.this_machine import LOOPBACK

_SHIPPED_STORY = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Settings:
    """The choices of a deployment.

    Attributes
    ----------
    files : StoryFiles
        Of the story that is served: STORY, EVENTS and SECOND_BORDER. EVENTS alone is a story
        without border, groups and presets; with neither, the shipped story is served.
    frame_ancestors : tuple of str
        Origins that may show the app in a frame: FRAME_ANCESTORS, separated by spaces.
    public_address : str
        Where readers find the app, with a slash at its end: PUBLIC_ADDRESS; "" where not stated.
    address, port : str, int
        Where the server listens: ADDRESS and PORT; by default only this machine can ask.
    desk : bool
        Whether a desk works here, who may import tables and publish: DESK=1, and only where nobody
        but this machine can ask.
    site : Path or None
        The folder that a desk publishes to: SITE; None for the folder `site` of the story.
    """

    files: StoryFiles
    frame_ancestors: tuple[str, ...] = ()
    public_address: str = ""
    address: str = "127.0.0.1"
    port: int = 8501
    desk: bool = False
    site: Path | None = None


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return read_settings(Config())


def read_settings(config: Config) -> Settings:
    """Return the settings that an environment states; a variable that is empty states nothing.

    Examples
    --------
    >>> read_settings(Config(environ={"PUBLIC_ADDRESS": "https://map.example"})).public_address
    'https://map.example/'
    """
    ancestors, public, address, desk, site = (
        config(name, default="").strip()
        for name in ("FRAME_ANCESTORS", "PUBLIC_ADDRESS", "ADDRESS", "DESK", "SITE")
    )
    return Settings(
        files=StoryFiles.from_environment(config.environ, _SHIPPED_STORY),
        frame_ancestors=tuple(ancestors.split()),
        public_address=f"{public.rstrip('/')}/" if public else "",
        address=address or Settings.address,
        port=_read_port(config("PORT", default="")),
        # A server that others can reach never accepts files, even with DESK=1.
        desk=desk == "1" and not public and (address or Settings.address) in LOOPBACK,
        site=Path(site) if site else None,
    )


def _read_port(stated: str) -> int:
    text = stated.strip()
    if text and not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 2**16):
        # In place of a traceback.
        raise SystemExit(f"PORT: found {quote(text)}, wanted a number such as {Settings.port}")
    return int(text or Settings.port)

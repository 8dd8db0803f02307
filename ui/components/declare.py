"""The parts of a page that are drawn by our own JavaScript, as Streamlit components.

The components' own script is one line: it fetches the module of mount_parts.js by address, so that
a rerun sends no code, and the browser caches one copy for all components.
"""

import json
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from geo.drawing.browser import module as browser
from web.assets import store_asset

_COMPONENTS = Path(__file__).with_name("mount_parts.js")

# The room is taken at once, so that nothing below moves when the rest arrives.
_HOST = '<div class="host" style="min-height:{room}"></div>'
_COMPONENT_JS = """export default async component =>
  (await import(new URL('{module}', document.baseURI).href)).{mount}(component);"""


@cache
def store_assets() -> dict[str, str]:
    """Store what the components fetch; the page may preload these addresses."""
    javascript = "text/javascript"
    addresses = {
        "bundle": store_asset(browser.read_bundle(), javascript, "deck.js"),
        "style": store_asset(browser.read_style(), "text/css", "time_map.css"),
    }
    module = f"const ASSETS = {json.dumps(addresses)};\n".encode() + browser.join_modules(
        _COMPONENTS
    )
    return {**addresses, "module": store_asset(module, javascript, "time_map.js")}


def declare_component(
    name: str, mount: str, room: str, module: str | None = None
) -> ComponentRenderer:
    """Return a component that `mount`, a function of a module, puts into its host.

    Parameters
    ----------
    name, mount : str
    room : str
        A CSS length: its height before it is there.
    module : str, optional
        Address of the module; by default that of mount_parts.js.
    """
    script = _COMPONENT_JS.format(module=module or store_assets()["module"], mount=mount)
    return st.components.v2.component(name, html=_HOST.format(room=room), js=script)

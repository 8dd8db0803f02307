"""A button that copies who says what about the selected event, with its sources."""

import json
from dataclasses import asdict

from geo.publishing.parts.copied import copy_statements
from geo.publishing.parts.ledger import Case
from ui.components.declare import declare_component
from ui.components.share import build_pinned_address
from ui.sessions.browser import find_page_address
from web.assets import store_asset

_copy_button = declare_component("copy_button", "mountCopyButton", "0")


def show_copy_button(case: Case, key: str) -> None:
    """Show the button for an event at a moment; a browser fetches the text when it is pressed.

    Parameters
    ----------
    case : Case
    key : str
        Of the component.
    """
    view = case.view
    address = build_pinned_address(find_page_address(), view.link, view.record.version)
    content = json.dumps(asdict(copy_statements(case, address)), ensure_ascii=False).encode()
    _copy_button(
        key=key,
        data={
            "key": key,
            "choices": "copy",
            "content": store_asset(
                content, "application/json", "statements.json", evict_first=True
            ),
        },
    )

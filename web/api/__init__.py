"""The API: the events for other programs, as OGC API Features has it, and files to download."""

from web.api.routes import build_api_routes

__all__ = ["build_api_routes"]

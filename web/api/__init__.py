"""The routes beside the pages: the record for other programs, and its files."""

from web.api.routes import build_api_routes

__all__ = ["build_api_routes"]

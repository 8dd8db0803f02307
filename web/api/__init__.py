"""The routes beside the pages: resources that they read, and the record for other programs."""

from web.api.assets import ROUTES
from web.api.routes import routes

__all__ = ["ROUTES", "routes"]

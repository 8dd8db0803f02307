"""The routes beside the pages: resources that they read, and the record for other programs."""

from geo.api.assets import ROUTES
from geo.api.routes import routes

__all__ = ["ROUTES", "routes"]

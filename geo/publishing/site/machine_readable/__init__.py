"""What programs read of a site: feed, map of the site, and JSON-LD in its pages."""

"""The page that publishes the story as a site, for a desk on its own machine."""

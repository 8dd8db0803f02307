"""The page that imports tables, for a desk on its own machine."""

"""Records as maps and charts.

`colours`, `marks`, `rows` and `basemap` are what all maps have in common, `browser` draws them on a
screen, `picture` for print, and `charts` draws the figures.
"""

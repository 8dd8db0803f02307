"""A view as a picture for print and for cards: PNG, SVG and PDF.

`paper` says how large it is, `map_frame` where the map looks, `land`, `marks` and `chosen` draw the
map, `legend` and `column` explain in words what it shows, `compose` puts all of it on one sheet and
`draw` writes the file. Only `paper` comes without matplotlib, which takes a second to load.
"""

"""A view as a picture for print and for cards: PNG, SVG and PDF.

`paper` says how large it is, `frame` where the map looks, `land`, `marks` and `chosen` draw the
map, `legend` and `column` say in words what it shows, `compose` puts all of it on one sheet and
`draw` writes the file.
"""

from geo.picture.draw import draw_picture
from geo.picture.paper import CARD, HALF_A4, PAPERS, Paper, Picture

__all__ = ["CARD", "HALF_A4", "PAPERS", "Paper", "Picture", "draw_picture"]

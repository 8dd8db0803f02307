"""stub"""

from ui.card import card


def explorer(view):
    card(view)

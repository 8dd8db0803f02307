"""The map and the list."""

from tests.browser.harness.explorer import draw

draw()

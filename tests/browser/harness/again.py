"""The same map on another page."""

from tests.browser.harness.explorer import draw

draw()

"""Publish: the whole story as a site, in a folder of this machine."""

from ui.publishing.write import choose_site, offer_publishing

offer_publishing(choose_site())

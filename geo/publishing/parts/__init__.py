"""Parts of pages that the app and the published site share: what they hold, templates, styles."""

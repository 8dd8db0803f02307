"""What leaves the app as a whole.

`export` writes files of events, `figures` charts with their numbers, `one_file` the briefing that
opens from disk and `site` the whole story as plain files, which `site_check` examines. `parts` are
what pages of the app and of the site have in common.
"""

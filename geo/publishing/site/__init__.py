"""The whole story as a folder of plain files that any web server serves; see docs/publishing.md.

In the order of a publication, which is also that of the imports; `publish` starts it:

1. `plan` says what is published, at which addresses, and what changed; `paths` has those that stay.
2. `folder` holds the folder of the site, and says what the one before left there.
3. `cache` finds by hashes which files and pieces of it can stay as they are.
4. `pictures` draws the maps, `machine_readable` writes what programs read: feed, sitemap, JSON-LD.
5. `pages` writes the pages about the whole record, with the frame of all pages (`templates`).
6. `explorer` and `briefing` write the pages that run JavaScript, with their code and data.
7. `events` writes the page of each event, in other processes where there are many.
8. `build` joins all these files; `folder` puts them in the place of the old ones.
"""

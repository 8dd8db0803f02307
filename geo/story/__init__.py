"""A folder that tells a story: its files, the record of its events, and a view of them.

`story_file` is made of `parts` and is read, as everything in the folder, through `files`. `record`
adds to its events what is computed once, and what the `versions` of the data say of them; `current`
is both together, and `view` shows them as a link asks. `briefings` and `corrections` are the other
files of a story, `check` says what is wrong in all of them, and `new_story` writes a folder.
"""

"""What the server adds to the file of a page, before Streamlit draws it.

`routes` answers for the pages. It adds to the file of Streamlit a `head` with the `preview` of a
link, and the `first_words` that are there until the code is.
"""

"""What Streamlit shows: what several pages share, and a folder for each page.

`page` is what every page has, `components` its parts that our own JavaScript draws, and `sessions`
how Streamlit takes what browsers send.
"""

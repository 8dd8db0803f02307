"""What Streamlit shows: what several pages share, and a folder for each page.

`page` is what every page has, `components` its parts that our own JavaScript draws, `widgets` those
of Streamlit, and `sessions` how Streamlit takes what browsers send. The other folders are pages.
"""

"""What the server adds to the pages of Streamlit.

A request passes `clients`, which keeps each client from holding up the others, and gets from
`pages` or from the `api` what `story` serves. `serve` starts the server.
"""

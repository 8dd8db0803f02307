"""What the server adds to the pages of Streamlit.

A request passes `clients`, which keeps each client from holding up the others, and gets from
`pages` or from the `api` what `story` serves; `http` adds what every response needs. `limits` has
the numbers, `serve` starts the server.
"""

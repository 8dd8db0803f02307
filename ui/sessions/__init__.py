"""The sessions of Streamlit: what one remembers, what a browser may send it, whose turn it is."""

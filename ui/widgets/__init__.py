"""Widgets of Streamlit that several pages use, each with what Streamlit leaves out."""

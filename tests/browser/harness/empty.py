"""A page without a map."""

import streamlit as st

st.write("No map here.")

"""What Streamlit shows: what several pages share, and a folder for each page."""

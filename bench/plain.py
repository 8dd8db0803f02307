"""What people would write instead: filter a frame, pass the rows to `st.pydeck_chart`."""

import os

import pandas as pd
import pydeck as pdk
import streamlit as st


@st.cache_data
def read_rows(path: str) -> pd.DataFrame:
    """Return the events as flat rows with a handful of columns each."""
    features = pd.read_json(path, orient="records")["features"]
    rows = pd.json_normalize(features.tolist(), max_level=1)
    lon_lat = pd.DataFrame(rows["geometry.coordinates"].tolist(), columns=["lon", "lat"])
    return lon_lat.join(rows.filter(regex="title|group|place$|start").add_prefix("_"))


events = read_rows(os.environ["EVENTS"])
group = events["_properties.group"]
chosen = st.multiselect("Group", sorted(group.unique()), key="filter_group")
kept = events[group.isin(chosen)] if chosen else events
layer = pdk.Layer("ScatterplotLayer", kept, get_position=["lon", "lat"], get_radius=5000)
st.pydeck_chart(pdk.Deck(layer, map_provider=None))

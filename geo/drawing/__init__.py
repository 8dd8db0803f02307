"""The record as it is drawn: on the map in the browser and on paper."""

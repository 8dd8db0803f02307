"""Measurements of speed and error, against other tools; run by `make bench`."""

import os

# Before any library loads: one core for all, or threads would be compared with methods.
os.environ["OMP_NUM_THREADS"] = "1"

"""`make bench`: every figure of the README, one a line: name, value, unit."""

from bench.border import main

main()

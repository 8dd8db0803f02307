"""`python -m geo`: the command line, as the command `geo`."""

import gc
import sys

# Modules stay: to look for garbage among them takes a seventh of the time that they load in.
gc.disable()
try:
    from geo.cli.main import main
finally:
    # Nor does any collection look at what is loaded by now.
    gc.freeze()
    gc.enable()


def run() -> None:
    """Run the command that the process was started with, and end the process with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()

"""`python -m geo`: the command line, as the command `geo`."""

import sys

from geo.cli.loading import load_modules

with load_modules():
    from geo.cli.main import main


def run() -> None:
    """Run the command that the process was started with, and end the process with its status."""
    sys.exit(main())


if __name__ == "__main__":
    run()

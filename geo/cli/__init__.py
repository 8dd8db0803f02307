"""The command line: `geo`, or `python -m geo`, and its subcommands."""

"""The subcommands of `python -m geo`."""

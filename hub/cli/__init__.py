"""The command line: one file per command, found by name from `hub.cli.main`."""

"""Starts, watches and stops the hub's own processes: graph, Redis, web server, worker, beat."""

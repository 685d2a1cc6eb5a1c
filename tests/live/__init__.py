"""Tests against a server of its own process, as people meet it."""

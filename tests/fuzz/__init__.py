"""Seeded runs of people, a bad network and a server that dies, against the real server core."""

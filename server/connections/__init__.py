"""Connections with other systems: keys, the feed of changes, online dossiers and results that come in."""

"""Scanned papers of a dossier (bản quét)."""

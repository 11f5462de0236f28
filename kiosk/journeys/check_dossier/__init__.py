"""Checking a dossier (tra cứu hồ sơ)."""

"""Receiving a dossier in one form (tiếp nhận hồ sơ)."""

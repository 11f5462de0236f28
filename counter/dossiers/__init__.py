"""Finding a dossier and its page."""

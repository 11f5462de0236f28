"""What may be done to a dossier between its receipt and its result, on the dossier's page."""

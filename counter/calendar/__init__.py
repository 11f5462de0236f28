"""The office's working days."""

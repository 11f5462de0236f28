"""The team leader's view."""

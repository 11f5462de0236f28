"""What is due, late or stuck."""

"""The Vietnamese clips, one word or phrase each."""

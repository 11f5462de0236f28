"""The English clips, one word or phrase each."""

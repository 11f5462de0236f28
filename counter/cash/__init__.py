"""The day's fees and the cash-up."""

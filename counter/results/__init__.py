"""Returning results to the citizen (trả kết quả)."""

"""The voice of the call board (loa gọi số): what is said, put together from clips, one call after the other."""

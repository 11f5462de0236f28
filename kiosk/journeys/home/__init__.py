"""The home screen (trang chủ)."""

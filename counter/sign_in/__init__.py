"""Signing in, choosing a counter, the lock (đăng nhập, chọn quầy, khóa màn hình)."""

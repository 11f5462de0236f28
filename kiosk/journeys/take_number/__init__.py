"""Taking a number (lấy số thứ tự)."""

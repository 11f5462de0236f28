"""What reports count (báo cáo): periods, Biểu 07a and 07b, the index of Decision 766, waits, satisfaction."""

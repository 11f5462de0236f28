"""Rating a visit (đánh giá mức độ hài lòng)."""

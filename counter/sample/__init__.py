"""An office in memory with fixed content, for pictures and tests (đơn vị mẫu)."""

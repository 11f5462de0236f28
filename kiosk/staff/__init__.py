"""The staff panel behind the PIN (bảng điều khiển dành cho cán bộ)."""

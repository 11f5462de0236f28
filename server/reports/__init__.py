"""Reports (báo cáo): what the read tables count, as pages, JSON, PDF and XLSX."""

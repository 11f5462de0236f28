"""Handing dossiers over between units, and marking results ready (bàn giao, có kết quả)."""

"""The queue beside the work: who is served, who is next, calling (gọi số)."""

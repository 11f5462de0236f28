"""Results and letters that go by post (chuyển phát): prepared at the office, delivered or brought back by the post."""

"""Where all paper is now (giấy tờ đang ở đâu): a map by holder, what is on its way, what takes too long."""

"""The leaders' page: how every office does now and in a period, from figures that are counted once and kept."""

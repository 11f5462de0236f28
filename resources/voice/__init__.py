"""The clips that spoken calls are put together from: `chime.wav` and one folder for each language."""

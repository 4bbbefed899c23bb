"""What the engine said, and every message of the window."""

"""Pictures of a run: the trajectory tree and the score curve. Plain values in, signals out."""

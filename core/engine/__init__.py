"""Runs: the engine process, its protocol, the recorder, and resuming."""

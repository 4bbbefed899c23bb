"""Whet's core: datasets, models, methods and runs, without a window."""

__version__ = "0.1.0"

"""The window: turns clicks into commands and events into pixels, and computes nothing."""

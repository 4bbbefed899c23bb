"""Operators that need no writer: prompts made by rules from a task, its train rows and an rng. No I/O, no model."""

"""Asking the optimizer for prompts: one way to ask, one set of guards, one account of what was refused and why."""

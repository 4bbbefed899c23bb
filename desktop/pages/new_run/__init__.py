"""New run: what to optimize, on which model, how, for how much."""

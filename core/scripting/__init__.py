"""What `core.api` is made of: rows of a program as a task, the engine driven from Python, results as values."""

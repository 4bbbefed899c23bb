"""Language models: one protocol, one implementation per file."""

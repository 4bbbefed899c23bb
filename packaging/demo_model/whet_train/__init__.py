"""The trainer of the bundled model: a small Llama, trained from scratch on two processor cores."""

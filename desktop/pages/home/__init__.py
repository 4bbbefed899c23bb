"""Home: what to do first, samples that run at one click, and what was open last."""

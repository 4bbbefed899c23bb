"""The small world of the bundled model: its words, kinds of tasks, prompts, and the writing of prompts."""

"""What several methods need: reading replies, judging whether a text can be a prompt, measuring an edit."""

"""What `whet bench safety` tries, one attack each, as a person would meet it: through the commands."""

"""One prompt, one row, one or two models, token by token."""

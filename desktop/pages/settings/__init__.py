"""What the person may set once for all workspaces, and what is kept on this machine."""

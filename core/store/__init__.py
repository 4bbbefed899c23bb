"""What lies on disk: workspaces, runs, known models, and the ledger of opened tests."""

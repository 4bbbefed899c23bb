"""Everything that was ever done in the workspace."""

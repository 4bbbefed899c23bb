"""The page of a run, the same live, finished and resumed."""

"""Random paraphrase: `method` (what it does), `report` (how a run is told)."""

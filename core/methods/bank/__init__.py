"""Ready wordings, glosses and worked examples: `method` (what it does), `report` (how a run is told)."""

"""EvoPrompt: `method` (what it does), `prompts` (what it asks), `report` (how a run is told)."""

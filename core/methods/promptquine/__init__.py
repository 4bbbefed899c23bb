"""PromptQuine: `method` (what it does), `report` (how a run is told). It asks no optimizer, so it has no prompts."""

"""MIPROv2-style: `method` (what it does), `prompts` (what it asks), `surrogate` (what it tries next), `report`."""

"""The bench a method works at: it scores, asks, charges the budget, records and stops."""

"""What a run's state says, as plain values: curves, diffs, layouts, certificates, exports; drawn elsewhere."""

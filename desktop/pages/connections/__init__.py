"""What left this machine: nothing, unless somebody asked for it."""

"""The texts that methods put to the optimizer model, one file per method. All of them are the project's own words."""

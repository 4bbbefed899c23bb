"""Scripts that other interpreters run: they load exports with the libraries that the exports are for, and know nothing
of Whet."""

"""The command line `whet`: everything the window can start, with live progress or one JSON object."""

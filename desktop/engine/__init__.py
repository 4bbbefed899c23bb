"""The window's end of the engine process: commands out, events and messages in."""

"""The pages of the window, built from widgets and fed by models."""

"""The main window: navigation and menus only."""

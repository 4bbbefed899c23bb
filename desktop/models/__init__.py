"""What the window shows, as objects and item models that announce their changes. No widget is imported here."""

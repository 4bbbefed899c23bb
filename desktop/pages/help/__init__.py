"""Help: the guide, without a network, and every shortcut."""

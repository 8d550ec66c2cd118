"""The window: the game as people see it, painted with pygame from trees of widgets."""

"""What people and things look like: portraits, marks and palettes, for the window and for web pages alike."""

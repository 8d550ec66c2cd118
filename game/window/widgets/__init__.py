"""The widgets screens are composed of; each measures, places and paints itself."""

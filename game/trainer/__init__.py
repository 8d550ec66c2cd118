"""What authors run: check, start, preview, draw, translate and share their cases."""

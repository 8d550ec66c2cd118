"""The same session in plain lines: for ssh, pipes and screen readers."""

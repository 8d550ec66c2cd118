"""What is said about a file: where, what, and how to mend it."""

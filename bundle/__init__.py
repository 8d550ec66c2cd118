"""What `python3 main.py bundle` does: a folder with the program and all that it needs, Python included."""

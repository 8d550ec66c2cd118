"""The revisions, in order: one file each, numbered."""

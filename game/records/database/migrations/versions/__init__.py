"""The revisions, a module each: `revision`, its number, and `upgrade`; what it is for stands at its head."""

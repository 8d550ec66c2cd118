"""The screens: each a tree of widgets, built anew from values when something changed."""

"""Gastgeber: a game in which new hires practise being good hosts to their customers."""

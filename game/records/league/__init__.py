"""What a leaderboard server keeps: players, trainers, teams, seasons, cases, sessions, standings, the audit trail.

Functions take a connection first and never commit: transactions belong to the caller. What is not allowed raises
`Refused` before anything is written.
"""

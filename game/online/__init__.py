"""What a leaderboard's client and server say to each other, and the client."""

"""The leaderboard's server: API, pages, live updates, sign-in; its packages are the extra `server`."""

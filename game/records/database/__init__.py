"""The database: SQLAlchemy Core over SQLite; imported late, for SQLAlchemy takes a fifth of a second."""

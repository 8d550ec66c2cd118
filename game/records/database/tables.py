"""The tables, laid out so that those of a server's leaderboard join them without rework.

Moments are bigint milliseconds since 1970, keys UUIDs of version 7. A session's row is one play; its key comes of its
journal, so that the same journal always makes the same row.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    Uuid,
)

__all__ = ["ENGINE", "METADATA", "PLAYERS", "SCENARIOS", "SESSIONS", "VERSIONS"]

ENGINE = 1
"""The version of the rules: raised when the same journal would bring other points."""

# Every constraint has a name, or batch mode could not drop one.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

PLAYERS = Table(
    "players",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("pseudonym", Text, nullable=False),
    Column("look", JSON(none_as_null=True)),
    Column("settings", JSON, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
)

SCENARIOS = Table(
    "scenarios",
    METADATA,
    Column("revision", String(64), primary_key=True),
    Column("engine", Integer, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("player", ForeignKey("players.id", ondelete="CASCADE"), nullable=False),
    Column("revision", ForeignKey("scenarios.revision"), nullable=False),
    Column("scenario", Text, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger, nullable=False),
    Column("outcome", String(16)),
    Column("score", SmallInteger),
    Column("respect", SmallInteger),
    Column("proactivity", SmallInteger),
    Column("follow_through", SmallInteger),
    Column("lost", Integer),
    Column("decisions", Integer, nullable=False),
    Column("best", Integer, nullable=False),
    Column("good", Integer, nullable=False),
    Column("slip", Integer, nullable=False),
    Column("mistake", Integer, nullable=False),
    Column("blunder", Integer, nullable=False),
    Column("was_rewound", Boolean, nullable=False),
    Column("has_timers", Boolean, nullable=False),
    Column("closeness", SmallInteger),
    Column("journal_name", Text),
    Column("journal_bytes", BigInteger),
    Index(None, "player", "ended_ms"),
)

# Alembic's own table: which revision the schema has.
_VERSIONS = MetaData()
VERSIONS = Table("alembic_version", _VERSIONS, Column("version_num", String(32), primary_key=True, nullable=False))

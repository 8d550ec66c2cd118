"""The tables of the database, on SQLite and PostgreSQL: a desktop's own, and those a server adds.

Moments are bigint milliseconds since 1970, keys UUIDs of version 7. A session's row is one play. On a desktop its key
comes of its journal, so that the same journal always makes the same row, and the tables of a league (below) are empty.
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
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

__all__ = [
    "ASSIGNED_CASES",
    "ASSIGNMENTS",
    "AUDIT",
    "BOARDS",
    "CODES",
    "DEVICES",
    "ENGINE",
    "ENTRIES",
    "GUESSES",
    "IDENTITIES",
    "MEMBERS",
    "METADATA",
    "PLAYERS",
    "REPORTS",
    "SCENARIOS",
    "SCORE_HIST",
    "SEASONS",
    "SEASON_CASES",
    "SECRETS",
    "SESSIONS",
    "STANDINGS",
    "STEPS",
    "TEAMS",
    "TEAM_TOTALS",
    "TRAINERS",
    "TRANSLATIONS",
    "VERSIONS",
]

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
    # On a server, which keeps every case whole, so that old journals replay:
    Column("scenario", Text),
    Column("title", Text),
    Column("language", String(35)),
    Column("yaml", Text),
    Column("habits", JSON(none_as_null=True)),  # the words of the habits it names, by key
    Column("is_open_book", Boolean),  # whether it lies on every player's disk
    Column("published_ms", BigInteger),
    Column("withdrawn_ms", BigInteger),
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
    # On a server:
    Column("state", String(16)),  # open, finished or abandoned; a desktop's have come to their end
    Column("season", ForeignKey("seasons.id")),
    Column("engine", Integer),  # the version of the rules it is played by
    Column("attempt", SmallInteger),  # of this player in this season at this case, counted from 1 as they begin
    Column("counts", Boolean),  # whether it may stand on the ranked board
    Column("language", String(35)),  # in which the case is told
    Column("seed", BigInteger),
    Column("nonce", LargeBinary),  # of which the tokens of choices are made
    Column("journal", LargeBinary),  # its lines, once it has ended; until then its records are steps
    Column("journal_hash", String(64)),  # SHA-256 of it, which stays when the journal goes
    Column("flags", JSON(none_as_null=True)),  # what was odd about it, a list of names
    Index(None, "player", "ended_ms"),
    Index(None, "season", "revision"),
    Index(None, "journal_hash"),
    UniqueConstraint("season", "player", "revision", "mode", "attempt"),
)

TEAMS = Table(
    "teams",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("name", Text, nullable=False),
    Column("trainer", ForeignKey("trainers.id"), nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("closed_ms", BigInteger),
    sqlite_with_rowid=False,
)

MEMBERS = Table(
    "members",
    METADATA,
    Column("player", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True),
    Column("from_ms", BigInteger, primary_key=True),
    Column("team", ForeignKey("teams.id"), nullable=False),
    Column("until_ms", BigInteger),  # null: still a member; a player is a member of one team at a time
    Column("is_named", Boolean, nullable=False),  # agreed to be named to the trainer where assignments are shown
    Index(
        "uq_members_player_now",
        "player",
        unique=True,
        sqlite_where=text("until_ms IS NULL"),
        postgresql_where=text("until_ms IS NULL"),
    ),
    Index(None, "team", "until_ms"),
)

TRAINERS = Table(
    "trainers",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("passphrase_hash", Text),  # argon2; null: signs in elsewhere alone
    Column("created_ms", BigInteger, nullable=False),
    Column("closed_ms", BigInteger),
)

# Who signs in elsewhere (OIDC): apart, so that it can be dropped.
IDENTITIES = Table(
    "identities",
    METADATA,
    Column("issuer", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("trainer", ForeignKey("trainers.id", ondelete="CASCADE"), nullable=False),
)

# What a browser or a game shows to be let in: of its token the hash alone.
DEVICES = Table(
    "devices",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("player", ForeignKey("players.id", ondelete="CASCADE"), index=True),
    Column("trainer", ForeignKey("trainers.id", ondelete="CASCADE"), index=True),
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger),
)

# Codes that are typed or scanned: into a team, or onto another device of the same player.
CODES = Table(
    "codes",
    METADATA,
    Column("code_hash", String(64), primary_key=True),
    Column("team", ForeignKey("teams.id", ondelete="CASCADE")),
    Column("player", ForeignKey("players.id", ondelete="CASCADE")),
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("left", Integer, nullable=False),  # how often it may still be used
)

# How often codes and passphrases were guessed from one place in one span of time; the place is a hash of the day.
GUESSES = Table(
    "guesses",
    METADATA,
    Column("place", String(64), primary_key=True),
    Column("span", BigInteger, primary_key=True),
    Column("n", Integer, nullable=False),
)

# Keys the processes of one server share, made on its first start.
SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

SEASONS = Table(
    "seasons",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("slug", String(64), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("starts_ms", BigInteger, nullable=False),
    Column("ends_ms", BigInteger, nullable=False),
    Column("zone", String(64), nullable=False),  # IANA's name; days begin and end there
    Column("attempts", SmallInteger, nullable=False),  # how many count
    Column("min_group", SmallInteger, nullable=False),  # k: fewer people are never told about
    Column("state", String(16), nullable=False),  # open or closed
    Column("created_ms", BigInteger, nullable=False),
)

SEASON_CASES = Table(
    "season_cases",
    METADATA,
    Column("season", ForeignKey("seasons.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", ForeignKey("scenarios.revision"), primary_key=True),
    Column("place", SmallInteger, nullable=False),
    Column("scenario", Text, nullable=False),
)

# Who joined the boards of a season, and what they are called there.
ENTRIES = Table(
    "entries",
    METADATA,
    Column("season", ForeignKey("seasons.id", ondelete="CASCADE"), primary_key=True),
    Column("player", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("pseudonym", Text, nullable=False),
    Column("likeness", Text, nullable=False),  # the pseudonym as names are compared
    Column("joined_ms", BigInteger, nullable=False),
    UniqueConstraint("season", "likeness"),
    sqlite_with_rowid=False,
)

# The words of a case in another language.
TRANSLATIONS = Table(
    "translations",
    METADATA,
    Column("revision", ForeignKey("scenarios.revision", ondelete="CASCADE"), primary_key=True),
    Column("language", String(35), primary_key=True),
    Column("po", Text, nullable=False),
)

# The steps of open ranked sessions; compacted into the journal at the end, and deleted with their times.
STEPS = Table(
    "steps",
    METADATA,
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),  # counted from 1
    Column("body_hash", String(64), nullable=False),  # SHA-256 of what was sent, and of all sent before
    Column("choice", Text, nullable=False),
    Column("ms", BigInteger, nullable=False),  # since the session began, by the server's clock
    sqlite_with_rowid=False,
)

BOARDS = Table(
    "boards",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("season", ForeignKey("seasons.id", ondelete="CASCADE"), nullable=False),
    Column("scope", Text, nullable=False),  # "season", or a case's revision
    Column("mode", String(16), nullable=False),  # ranked or practice
    Column("changes", BigInteger, nullable=False),  # how often something on it changed, so that a reader may ask
    UniqueConstraint("season", "scope", "mode"),
)

# Worked out from sessions, members and entries, and rebuilt from them by one command; so are the next two.
STANDINGS = Table(
    "standings",
    METADATA,
    Column("board", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("player", ForeignKey("players.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", SmallInteger, nullable=False),
    Column("sort_key", BigInteger, nullable=False),  # ((1000 - score) << 43) | milliseconds: the earlier of equals wins
    Column("team", ForeignKey("teams.id")),
    Index(None, "board", "sort_key", "player", unique=True),
    sqlite_with_rowid=False,
)

SCORE_HIST = Table(
    "score_hist",
    METADATA,
    Column("board", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("score", SmallInteger, primary_key=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

TEAM_TOTALS = Table(
    "team_totals",
    METADATA,
    Column("board", ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True),
    Column("team", ForeignKey("teams.id"), primary_key=True),
    Column("members", Integer, nullable=False),
    Column("total", BigInteger, nullable=False),  # the sum of their scores
    sqlite_with_rowid=False,
)

ASSIGNMENTS = Table(
    "assignments",
    METADATA,
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("team", ForeignKey("teams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("due_ms", BigInteger, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("withdrawn_ms", BigInteger),
)

ASSIGNED_CASES = Table(
    "assigned_cases",
    METADATA,
    Column("assignment", ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", ForeignKey("scenarios.revision"), primary_key=True),
    Column("place", SmallInteger, nullable=False),
    Column("scenario", Text, nullable=False),
)

# The figures last released to a trainer about a group, and about whom they were: the next ones are released when
# enough people differ, so that subtracting one report from another tells of nobody.
REPORTS = Table(
    "reports",
    METADATA,
    Column("team", ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("released_ms", BigInteger, nullable=False),
    Column("people", JSON, nullable=False),  # keys of players
    Column("figures", JSON, nullable=False),
)

# What trainers did and looked at; each line holds the hash of the one before. No players in it.
AUDIT = Table(
    "audit",
    METADATA,
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("actor", Text, nullable=False),  # a trainer's key, or "operator"
    Column("deed", String(32), nullable=False),
    Column("team", Uuid(as_uuid=False)),  # whose members are shown it
    Column("subject", Text, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "team", "n"),
)

# Alembic's own table: which revision the schema has.
_VERSIONS = MetaData()
VERSIONS = Table("alembic_version", _VERSIONS, Column("version_num", String(32), primary_key=True, nullable=False))

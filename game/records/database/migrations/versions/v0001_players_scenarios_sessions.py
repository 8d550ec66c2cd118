"""Players, scenarios, sessions: the leaderboard of one.

How the tables of a server join these, none of which has to change for it:

- players: `token_hash` and `erased_at` are columns more, empty for whoever plays on this machine alone; identities,
  teams and members refer to players.id.
- scenarios: `yaml` is a column more, for a server keeps the case itself where this machine keeps a copy of the
  revision as a file.
- sessions: a ranked play has `mode` "ranked" and a column `season`; `nonce`, `state`, `journal` with its hash, and
  `flags` are columns more. journal_name and journal_bytes stay empty on a server. steps(session, n) refers to
  sessions.id and is emptied when a play has ended.
- seasons, standings(board, player, score, sort_key, session) and score_hist(board, score, n) are tables more, made of
  sessions: sort_key is made of `score` and `ended_ms`. The mirror's plays have no score, so no board can take them in.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "players",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("look", sa.JSON(none_as_null=True)),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_players"),
    )
    op.create_table(
        "scenarios",
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("engine", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_scenarios"),
    )
    counts = ("decisions", "best", "good", "slip", "mistake", "blunder")
    op.create_table(
        "sessions",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("player", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("started_ms", sa.BigInteger(), nullable=False),
        sa.Column("ended_ms", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(16)),
        sa.Column("score", sa.SmallInteger()),
        sa.Column("respect", sa.SmallInteger()),
        sa.Column("proactivity", sa.SmallInteger()),
        sa.Column("follow_through", sa.SmallInteger()),
        sa.Column("lost", sa.Integer()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("was_rewound", sa.Boolean(), nullable=False),
        sa.Column("has_timers", sa.Boolean(), nullable=False),
        sa.Column("closeness", sa.SmallInteger()),
        sa.Column("journal_name", sa.Text()),
        sa.Column("journal_bytes", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_sessions_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["revision"], ["scenarios.revision"], name="fk_sessions_revision_scenarios"),
    )
    op.create_index("ix_sessions_player_ended_ms", "sessions", ["player", "ended_ms"])

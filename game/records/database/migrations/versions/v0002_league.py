"""A league: what a server adds to the tables of a desktop, which stay empty on one.

A session is a row from its first step on there, so a play that has not ended is told by `state`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"


def upgrade() -> None:
    """Make the tables, and the columns that those before gain."""
    _people()
    _seasons()
    _sessions()
    _boards()
    _desk()


def _people() -> None:
    """Trainers, teams, who is a member, and what lets them in."""
    op.create_table(
        "trainers",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("passphrase_hash", sa.Text()),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("closed_ms", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_trainers"),
        sa.UniqueConstraint("name", name="uq_trainers_name"),
    )
    op.create_table(
        "identities",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("trainer", sa.Uuid(as_uuid=False), nullable=False),
        sa.ForeignKeyConstraint(
            ["trainer"], ["trainers.id"], name="fk_identities_trainer_trainers", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_identities"),
    )
    op.create_table(
        "teams",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("trainer", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("closed_ms", sa.BigInteger()),
        sa.ForeignKeyConstraint(["trainer"], ["trainers.id"], name="fk_teams_trainer_trainers"),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("player", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("from_ms", sa.BigInteger(), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("until_ms", sa.BigInteger()),
        sa.Column("is_named", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_members_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_members_team_teams"),
        sa.PrimaryKeyConstraint("player", "from_ms", name="pk_members"),
    )
    op.create_index("ix_members_team_until_ms", "members", ["team", "until_ms"])
    op.create_index(
        "uq_members_player_now",
        "members",
        ["player"],
        unique=True,
        sqlite_where=sa.text("until_ms IS NULL"),
        postgresql_where=sa.text("until_ms IS NULL"),
    )
    op.create_table(
        "devices",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("player", sa.Uuid(as_uuid=False)),
        sa.Column("trainer", sa.Uuid(as_uuid=False)),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger()),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_devices_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["trainer"], ["trainers.id"], name="fk_devices_trainer_trainers", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_devices"),
    )
    op.create_index("ix_devices_player", "devices", ["player"])
    op.create_index("ix_devices_trainer", "devices", ["trainer"])
    op.create_table(
        "codes",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False)),
        sa.Column("player", sa.Uuid(as_uuid=False)),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_codes_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_codes_team_teams", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_codes"),
    )
    op.create_table(
        "guesses",
        sa.Column("place", sa.String(64), nullable=False),
        sa.Column("span", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", "span", name="pk_guesses"),
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secrets"),
    )


def _seasons() -> None:
    """Seasons, their cases, who joined them."""
    op.create_table(
        "seasons",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_ms", sa.BigInteger(), nullable=False),
        sa.Column("ends_ms", sa.BigInteger(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("min_group", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seasons"),
        sa.UniqueConstraint("slug", name="uq_seasons_slug"),
    )
    op.create_table(
        "season_cases",
        sa.Column("season", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["scenarios.revision"], name="fk_season_cases_revision_scenarios"),
        sa.ForeignKeyConstraint(["season"], ["seasons.id"], name="fk_season_cases_season_seasons", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("season", "revision", name="pk_season_cases"),
    )
    op.create_table(
        "entries",
        sa.Column("season", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("player", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("joined_ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_entries_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["season"], ["seasons.id"], name="fk_entries_season_seasons", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("season", "player", name="pk_entries"),
        sa.UniqueConstraint("season", "likeness", name="uq_entries_season_likeness"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entries_player", "entries", ["player"])
    op.create_table(
        "translations",
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("po", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision"], ["scenarios.revision"], name="fk_translations_revision_scenarios", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("revision", "language", name="pk_translations"),
    )


def _sessions() -> None:
    """Cases kept whole, and sessions that are played step by step."""
    with op.batch_alter_table("scenarios") as table:
        table.add_column(sa.Column("scenario", sa.Text()))
        table.add_column(sa.Column("title", sa.Text()))
        table.add_column(sa.Column("language", sa.String(35)))
        table.add_column(sa.Column("yaml", sa.Text()))
        table.add_column(sa.Column("habits", sa.JSON(none_as_null=True)))
        table.add_column(sa.Column("is_open_book", sa.Boolean()))
        table.add_column(sa.Column("published_ms", sa.BigInteger()))
        table.add_column(sa.Column("withdrawn_ms", sa.BigInteger()))
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("state", sa.String(16)))
        table.add_column(sa.Column("season", sa.Uuid(as_uuid=False)))
        table.add_column(sa.Column("engine", sa.Integer()))
        table.add_column(sa.Column("attempt", sa.SmallInteger()))
        table.add_column(sa.Column("counts", sa.Boolean()))
        table.add_column(sa.Column("language", sa.String(35)))
        table.add_column(sa.Column("seed", sa.BigInteger()))
        table.add_column(sa.Column("nonce", sa.LargeBinary()))
        table.add_column(sa.Column("journal", sa.LargeBinary()))
        table.add_column(sa.Column("journal_hash", sa.String(64)))
        table.add_column(sa.Column("flags", sa.JSON(none_as_null=True)))
        table.create_index("ix_sessions_season_revision", ["season", "revision"])
        table.create_index("ix_sessions_journal_hash", ["journal_hash"])
        table.create_unique_constraint(
            "uq_sessions_season_player_revision_mode_attempt", ["season", "player", "revision", "mode", "attempt"]
        )
        table.create_foreign_key("fk_sessions_season_seasons", "seasons", ["season"], ["id"])
    op.create_table(
        "steps",
        sa.Column("session", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("body_hash", sa.String(64), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("ms", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_steps_session_sessions", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session", "n", name="pk_steps"),
        sqlite_with_rowid=False,
    )


def _boards() -> None:
    """Boards, and what is worked out for them."""
    op.create_table(
        "boards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("season", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("changes", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["season"], ["seasons.id"], name="fk_boards_season_seasons", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_boards"),
        sa.UniqueConstraint("season", "scope", "mode", name="uq_boards_season_scope_mode"),
    )
    op.create_table(
        "standings",
        sa.Column("board", sa.Integer(), nullable=False),
        sa.Column("player", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("sort_key", sa.BigInteger(), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False)),
        sa.ForeignKeyConstraint(["board"], ["boards.id"], name="fk_standings_board_boards", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["player"], ["players.id"], name="fk_standings_player_players", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_standings_team_teams"),
        sa.PrimaryKeyConstraint("board", "player", name="pk_standings"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_standings_board_sort_key_player", "standings", ["board", "sort_key", "player"], unique=True)
    op.create_index("ix_standings_player", "standings", ["player"])
    op.create_table(
        "score_hist",
        sa.Column("board", sa.Integer(), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["board"], ["boards.id"], name="fk_score_hist_board_boards", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board", "score", name="pk_score_hist"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "team_totals",
        sa.Column("board", sa.Integer(), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["board"], ["boards.id"], name="fk_team_totals_board_boards", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_team_totals_team_teams"),
        sa.PrimaryKeyConstraint("board", "team", name="pk_team_totals"),
        sqlite_with_rowid=False,
    )


def _desk() -> None:
    """What a trainer gives out, is told, and did."""
    op.create_table(
        "assignments",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("due_ms", sa.BigInteger(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_ms", sa.BigInteger()),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_assignments_team_teams", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_assignments"),
    )
    op.create_index("ix_assignments_team", "assignments", ["team"])
    op.create_table(
        "assigned_cases",
        sa.Column("assignment", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment"], ["assignments.id"], name="fk_assigned_cases_assignment_assignments", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["revision"], ["scenarios.revision"], name="fk_assigned_cases_revision_scenarios"),
        sa.PrimaryKeyConstraint("assignment", "revision", name="pk_assigned_cases"),
    )
    op.create_table(
        "reports",
        sa.Column("team", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("released_ms", sa.BigInteger(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name="fk_reports_team_teams", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("team", "subject", name="pk_reports"),
    )
    op.create_table(
        "audit",
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("deed", sa.String(32), nullable=False),
        sa.Column("team", sa.Uuid(as_uuid=False)),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_audit"),
    )
    op.create_index("ix_audit_team_n", "audit", ["team", "n"])

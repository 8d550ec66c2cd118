"""Trainers: who they are, and how they sign in, by a passphrase or elsewhere (OIDC).

Whoever signs in elsewhere is known by issuer and subject alone: names and addresses change hands.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, select, update

from game.records.database.tables import IDENTITIES, TRAINERS
from game.records.database.upserting import put_new
from game.records.league import audit, devices, passphrases
from game.records.league.naming import fit_name
from game.records.league.refused import Refused, shortened
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

__all__ = [
    "Checked",
    "Trainer",
    "add",
    "bind_identity",
    "check",
    "let_in",
    "named",
    "remove",
    "set_passphrase",
    "sign_in",
    "sign_in_elsewhere",
    "sign_out",
    "trainer_of",
    "trainers",
]

_LONGEST_NAME = 40
_LONGEST_IDENTITY = 512


class Trainer(NamedTuple):
    """Somebody who looks after teams."""

    id: str
    name: str
    created_ms: int


class Checked(NamedTuple):
    """A trainer who said the right passphrase."""

    trainer: Trainer
    new_hash: str | None
    """What is to be kept of it from now on, if that has changed."""


def add(c: Connection, name: str, passphrase: str | None, now_ms: int) -> Trainer:
    """Make a trainer; without a passphrase they sign in elsewhere alone.

    Raises:
        Refused: `trainer-name-taken`, or the name or the passphrase does not fit.
    """
    fit = fit_name(name, most=_LONGEST_NAME)
    if any(_same(fit, other) for other in c.scalars(select(TRAINERS.c.name))):
        raise _taken(fit)
    kept = None if passphrase is None else passphrases.hashed(passphrase)
    trainer = Trainer(uuid7(now_ms), fit, now_ms)
    if not put_new(c, TRAINERS, {**trainer._asdict(), "passphrase_hash": kept}, keys=("name",)):
        raise _taken(fit)
    audit.note(c, audit.OPERATOR, "add-trainer", None, trainer.id, now_ms)
    return trainer


def trainers(c: Connection) -> tuple[Trainer, ...]:
    """All who may sign in, in the order in which they came."""
    asked = _asked().where(TRAINERS.c.closed_ms.is_(None)).order_by(TRAINERS.c.created_ms, TRAINERS.c.id)
    return tuple(Trainer(*row) for row in c.execute(asked))


def named(c: Connection, name: str) -> Trainer:
    """A trainer by name, whatever is written in capitals.

    Raises:
        Refused: `unknown-trainer`; it quotes the name.
    """
    found = next((each for each in trainers(c) if _same(each.name, name)), None)
    if found is None:
        raise Refused("unknown-trainer", "There is no trainer called “{name}”.", name=shortened(name))
    return found


def set_passphrase(c: Connection, trainer: str, passphrase: str, now_ms: int, *, actor: str | None = None) -> None:
    """Give a trainer another passphrase; wherever they are signed in, they are no more.

    Args:
        c: A connection that may write.
        trainer: The trainer's key.
        passphrase: The new one.
        now_ms: Now, in milliseconds since 1970.
        actor: Who does it; the operator where it is nobody else.

    Raises:
        Refused: it is too short, or too long.
    """
    kept = passphrases.hashed(passphrase)
    c.execute(update(TRAINERS).where(TRAINERS.c.id == trainer).values(passphrase_hash=kept))
    devices.forget_all(c, trainer=trainer)
    audit.note(c, actor or audit.OPERATOR, "change-passphrase", None, trainer, now_ms)


def remove(c: Connection, trainer: str, now_ms: int) -> None:
    """Let a trainer sign in no more; the teams stay, the name too, for it stands behind what was done under it."""
    values = {"closed_ms": now_ms, "passphrase_hash": None}
    c.execute(update(TRAINERS).where(TRAINERS.c.id == trainer).values(values))
    c.execute(delete(IDENTITIES).where(IDENTITIES.c.trainer == trainer))
    devices.forget_all(c, trainer=trainer)
    audit.note(c, audit.OPERATOR, "remove-trainer", None, trainer, now_ms)


# --- signing in -------------------------------------------------------------------------------------------------------


def sign_in(c: Connection, name: str, passphrase: str, now_ms: int) -> str:
    """A token for a trainer who says name and passphrase; `check` and `let_in` in one, for who has time to hash.

    Raises:
        Refused: `wrong-passphrase`, also where there is no such trainer.
    """
    return let_in(c, check(c, name, passphrase), now_ms)


def check(c: Connection, name: str, passphrase: str) -> Checked:
    """Who says name and passphrase; it only reads, and takes as long for unknown names as for known ones.

    Raises:
        Refused: `wrong-passphrase`, also where there is no such trainer.
    """
    asked = select(TRAINERS).where(TRAINERS.c.closed_ms.is_(None))
    row = next((each for each in c.execute(asked) if _same(each.name, name)), None)
    kept = None if row is None else row.passphrase_hash
    if not passphrases.is_right(kept, passphrase) or row is None:
        raise Refused("wrong-passphrase", "This name and this passphrase do not belong together.")
    new_hash = passphrases.hashed(passphrase) if passphrases.is_worn(row.passphrase_hash) else None
    return Checked(Trainer(row.id, row.name, row.created_ms), new_hash)


def let_in(c: Connection, checked: Checked, now_ms: int) -> str:
    """A token for a trainer who was checked; what is kept of the passphrase is renewed where it has to be."""
    trainer, new_hash = checked
    if new_hash is not None:
        c.execute(update(TRAINERS).where(TRAINERS.c.id == trainer.id).values(passphrase_hash=new_hash))
    return _let_in(c, trainer.id, now_ms)


def sign_in_elsewhere(c: Connection, issuer: str, subject: str, now_ms: int) -> str:
    """A token for a trainer whom an issuer vouches for; its word has been verified already.

    Raises:
        Refused: `unknown-identity`; it quotes what the operator has to bind.
    """
    asked = (
        select(TRAINERS.c.id)
        .join(IDENTITIES, IDENTITIES.c.trainer == TRAINERS.c.id)
        .where(IDENTITIES.c.issuer == issuer, IDENTITIES.c.subject == subject, TRAINERS.c.closed_ms.is_(None))
    )
    trainer = c.scalar(asked)
    if trainer is None:
        raise Refused(
            "unknown-identity",
            "You are signed in at {issuer} as “{subject}”, which belongs to no trainer here. Send both to who "
            "operates this server.",
            issuer=issuer,
            subject=subject,
        )
    return _let_in(c, trainer, now_ms)


def bind_identity(
    c: Connection, trainer: str, issuer: str, subject: str, now_ms: int, *, actor: str | None = None
) -> None:
    """Let an issuer vouch for a trainer under a subject, which belongs to nobody else.

    Raises:
        Refused: `identity-taken`, or one of the two is empty or too long.
    """
    for text in (issuer, subject):
        if not 0 < len(text) <= _LONGEST_IDENTITY or not text.isprintable():
            raise Refused("unfit-identity", "“{text}” cannot be who vouches, nor whom for.", text=shortened(text))
    row = {"issuer": issuer, "subject": subject, "trainer": trainer}
    if not put_new(c, IDENTITIES, row, keys=("issuer", "subject")):
        raise Refused("identity-taken", "“{subject}” belongs to a trainer already.", subject=shortened(subject))
    audit.note(c, actor or audit.OPERATOR, "bind-identity", None, trainer, now_ms)


def trainer_of(c: Connection, token: str, now_ms: int) -> Trainer | None:
    """Which trainer shows this token; None where it is nobody's, or has expired."""
    found = devices.trainer_at(c, token, now_ms)
    if found is None:
        return None
    row = c.execute(_asked().where(TRAINERS.c.id == found, TRAINERS.c.closed_ms.is_(None))).one_or_none()
    return None if row is None else Trainer(*row)


def sign_out(c: Connection, token: str) -> None:
    """Let a trainer's token count no more."""
    devices.forget(c, token)


def _let_in(c: Connection, trainer: str, now_ms: int) -> str:
    token = devices.let_in_trainer(c, trainer, now_ms)
    audit.note(c, trainer, "sign-in", None, trainer, now_ms)
    return token


def _asked() -> Select[Any]:
    return select(TRAINERS.c.id, TRAINERS.c.name, TRAINERS.c.created_ms)


def _same(name: str, other: str) -> bool:
    """Whether two names are the same but for capitals and blanks."""
    return _folded(name) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _taken(name: str) -> Refused:
    return Refused("trainer-name-taken", "There is or was a trainer called “{name}”. Choose another name.", name=name)

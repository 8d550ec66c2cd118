"""Trainers: how they are made, sign in and go."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from game.records.database.connection import Database
from game.records.database.tables import DEVICES, IDENTITIES, TRAINERS
from game.records.league import devices, passphrases, trainers
from tests.records.league.company import NOW, Company, refusal

PASSPHRASE = "correct horse battery"
ISSUER = "https://login.example.com/tenant"


@pytest.fixture
def company(league_database: Database, monkeypatch: pytest.MonkeyPatch) -> Company:
    """A server whose passphrases are hashed as quickly as argon2 allows."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", lambda: quick)
    passphrases._nobodys.cache_clear()
    return Company.founded(league_database)


def test_a_trainer_signs_in_by_name_and_passphrase(company: Company) -> None:
    """However the name is written in capitals; the database holds neither passphrase nor token."""
    trainer = company.ask(trainers.add, "Lea  Grün", PASSPHRASE, NOW)
    token = company.ask(trainers.sign_in, "LEA GRÜN", PASSPHRASE, NOW)
    assert company.ask(trainers.trainer_of, token, NOW) == trainer
    kept = repr([*company.rows(TRAINERS), *company.rows(DEVICES)])
    assert PASSPHRASE not in kept
    assert token not in kept
    assert "$argon2id$" in kept


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [
        ("Lea", "correct horse batterx"),
        ("Lea", ""),
        ("Lea", "x" * 1_000_000),
        ("Lea", "\ud800\x00"),
        ("Kim", PASSPHRASE),  # signs in elsewhere alone
        ("Nobody", PASSPHRASE),
        ("\x00\ud800", PASSPHRASE),
        ("' OR 1=1 --", PASSPHRASE),
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_whoever_is_not_let_in_is_told_the_same(
    company: Company, name: str, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a passphrase is hashed once, whether or not there is such a name, so that time tells nothing either."""
    company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    passphrases._nobodys()
    verified = []
    hasher = passphrases._hasher()

    class Counted:
        """Counts how often something is verified."""

        def verify(self, kept: str, plain: bytes) -> bool:
            verified.append(kept)
            return hasher.verify(kept, plain)

    monkeypatch.setattr(passphrases, "_hasher", Counted)
    refused = refusal(company.ask, trainers.sign_in, name, passphrase, NOW)
    assert refused.code == "wrong-passphrase"
    assert refused.values == {}
    assert len(verified) == 1
    assert company.rows(DEVICES) == []


def test_passphrases_are_long_and_otherwise_as_one_likes(company: Company) -> None:
    """Twelve characters, no figures or signs asked for; what a keyboard composes otherwise is the same."""
    assert refusal(company.ask, trainers.add, "Lea", "eleven char", NOW).code == "passphrase-too-short"
    assert refusal(company.ask, trainers.add, "Lea", "x" * 257, NOW).code == "passphrase-too-long"
    company.ask(trainers.add, "Lea", "aaaaaaaaaaaü", NOW)
    assert company.ask(trainers.sign_in, "Lea", "aaaaaaaaaaau\u0308", NOW)


def test_a_passphrase_is_hashed_anew_when_more_effort_is_made(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the next sign-in, and then no more."""
    trainer = company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    stronger = PasswordHasher(time_cost=2, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", lambda: stronger)
    assert passphrases.is_worn(_hash(company, trainer.id))
    company.ask(trainers.sign_in, "Lea", PASSPHRASE, NOW)
    renewed = _hash(company, trainer.id)
    assert not passphrases.is_worn(renewed)
    company.ask(trainers.sign_in, "Lea", PASSPHRASE, NOW)
    assert _hash(company, trainer.id) == renewed


def test_names_are_said_once(company: Company) -> None:
    """Whatever is written in capitals; also of who was removed, for the name stands behind what they did."""
    trainer = company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    for name in ("lea", " LEA "):
        assert refusal(company.ask, trainers.add, name, PASSPHRASE, NOW).code == "trainer-name-taken"
    company.ask(trainers.remove, trainer.id, NOW)
    assert refusal(company.ask, trainers.add, "Lea", PASSPHRASE, NOW).code == "trainer-name-taken"
    assert refusal(company.ask, trainers.add, "a\u202eb", PASSPHRASE, NOW).code == "name-unseen-letter"
    assert [each.name for each in company.ask(trainers.trainers)] == ["Kim"]


def test_a_token_ends_with_the_working_day_and_with_signing_out(company: Company) -> None:
    """Each by itself."""
    company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    first, second = (company.ask(trainers.sign_in, "Lea", PASSPHRASE, NOW) for _each in range(2))
    assert company.ask(trainers.trainer_of, first, NOW + devices.TRAINER_MS - 1) is not None
    assert company.ask(trainers.trainer_of, first, NOW + devices.TRAINER_MS) is None
    company.ask(trainers.sign_out, first)
    assert company.ask(trainers.trainer_of, first, NOW) is None
    assert company.ask(trainers.trainer_of, second, NOW) is not None


def test_a_new_passphrase_signs_out_everywhere(company: Company) -> None:
    """Whoever knew the old one is out."""
    trainer = company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    token = company.ask(trainers.sign_in, "Lea", PASSPHRASE, NOW)
    assert refusal(company.ask, trainers.set_passphrase, trainer.id, "short", NOW).code == "passphrase-too-short"
    assert company.ask(trainers.trainer_of, token, NOW) is not None
    company.ask(trainers.set_passphrase, trainer.id, "another long one", NOW)
    assert company.ask(trainers.trainer_of, token, NOW) is None
    assert refusal(company.ask, trainers.sign_in, "Lea", PASSPHRASE, NOW).code == "wrong-passphrase"
    assert company.ask(trainers.sign_in, "Lea", "another long one", NOW)


def test_who_was_removed_is_out_at_once(company: Company) -> None:
    """By token, passphrase and company's account."""
    trainer = company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    company.ask(trainers.bind_identity, trainer.id, ISSUER, "42", NOW)
    token = company.ask(trainers.sign_in, "Lea", PASSPHRASE, NOW)
    company.ask(trainers.remove, trainer.id, NOW)
    assert company.ask(trainers.trainer_of, token, NOW) is None
    assert refusal(company.ask, trainers.sign_in, "Lea", PASSPHRASE, NOW).code == "wrong-passphrase"
    assert refusal(company.ask, trainers.sign_in_elsewhere, ISSUER, "42", NOW).code == "unknown-identity"
    assert company.rows(IDENTITIES) == []
    assert refusal(company.ask, trainers.named, "Lea").code == "unknown-trainer"


def test_who_signs_in_elsewhere_is_known_by_issuer_and_subject_alone(company: Company) -> None:
    """The same subject at another issuer is somebody else, and one account is one trainer's."""
    company.ask(trainers.bind_identity, company.trainer, ISSUER, "42", NOW)
    token = company.ask(trainers.sign_in_elsewhere, ISSUER, "42", NOW)
    found = company.ask(trainers.trainer_of, token, NOW)
    assert found is not None
    assert found.id == company.trainer
    for issuer, subject in (("https://evil.example.com", "42"), (ISSUER, "43"), (ISSUER, "Kim"), (ISSUER + "/", "42")):
        refused = refusal(company.ask, trainers.sign_in_elsewhere, issuer, subject, NOW)
        assert refused.code == "unknown-identity"
        assert subject in refused.sentence
    lea = company.ask(trainers.add, "Lea", None, NOW)
    assert refusal(company.ask, trainers.bind_identity, lea.id, ISSUER, "42", NOW).code == "identity-taken"
    for text in ("", "a\nb", "x" * 513):
        assert refusal(company.ask, trainers.bind_identity, lea.id, ISSUER, text, NOW).code == "unfit-identity"
    assert refusal(company.ask, trainers.sign_in, "Lea", "", NOW).code == "wrong-passphrase"


def test_a_hash_that_is_none_lets_nobody_in(company: Company) -> None:
    """Whatever stands in the database."""
    trainer = company.ask(trainers.add, "Lea", PASSPHRASE, NOW)
    with company.database.writing() as c:
        c.execute(update(TRAINERS).where(TRAINERS.c.id == trainer.id).values(passphrase_hash="plain"))
    assert refusal(company.ask, trainers.sign_in, "Lea", "plain", NOW).code == "wrong-passphrase"


def _hash(company: Company, trainer: str) -> str:
    with company.database.reading() as c:
        return c.scalars(select(TRAINERS.c.passphrase_hash).where(TRAINERS.c.id == trainer)).one() or ""

"""What keeps a session from giving its case away: names stand for nothing, and say nothing.

Every name that a trainer invented is put under a token, made of the session's own secret: nobody can tell what it
stands for, or that it is the same as in another session. Within one session a promise and a person keep theirs.
"""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING

from game.scenario.names import CUSTOMER, NARRATOR, YOU
from game.session.view import Chosen, Debt, Figure, Offer, Pledged, Said, Unanswered, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.session.view import Entry

__all__ = ["NONCE_BYTES", "Mask"]

NONCE_BYTES = 32
_TOKEN_BYTES = 18
"""144 bits: no guessing, and no padding in base64."""
_OPEN = frozenset((CUSTOMER, NARRATOR, YOU))
"""The format's own words, which every case has."""


class Mask:
    """Makes the tokens of one session.

    Args:
        nonce: the session's secret.
    """

    def __init__(self, nonce: bytes) -> None:
        self._nonce = nonce
        self._keys: dict[tuple[str, str], str] = {}

    def token(self, n: int, choice: str) -> str:
        """The token of a choice on offer at step n."""
        return self._made(f"choice/{n}/{choice}")

    def is_token(self, text: str, n: int, choice: str) -> bool:
        """Whether a text is that token; how long it takes tells nothing."""
        return hmac.compare_digest(text.encode(errors="replace"), self.token(n, choice).encode())

    def person(self, key: str) -> str:
        """The key under which a person is told of."""
        return key if key in _OPEN else self._key("person", key)

    def promise(self, name: str) -> str:
        """The key under which a promise is told of."""
        return self._key("promise", name)

    def view(self, view: View, said: Iterable[Entry], n: int) -> View:
        """A view without names.

        Args:
            view: as the rules have it, of a play that is no practice.
            said: its entries, masked.
            n: of the step that comes next.
        """
        figure = view.facing
        return View(
            said=tuple(said),
            offers=tuple(Offer(self.token(n, each.token), each.words, each.is_spoken) for each in view.offers),
            limit=view.limit,
            facing=Figure(self.person(figure.key), figure.name, figure.mood, figure.face, figure.namesake),
            channel=view.channel,
            now=view.now,
            elapsed=view.elapsed,
            debts=tuple(
                Debt(self.promise(each.promise), each.text, each.standing, each.left, each.due, each.whole)
                for each in view.debts
            ),
            remarks=(),
            decisions=view.decisions,
            can_take_back=False,
            stop=view.stop,
            ending=view.ending,
        )

    def entries(self, said: Iterable[Entry], numbers: Iterator[int]) -> Iterator[Entry]:
        """Entries without names; `numbers` are of the steps in which their decisions were taken."""
        for entry in said:
            match entry:
                case Said(who, name, text, mood):
                    yield entry if who in _OPEN else Said(self.person(who), name, text, mood)
                case Chosen(choice, words, is_spoken):
                    yield Chosen(self.token(next(numbers), choice), words, is_spoken)
                case Unanswered(choice):
                    yield Unanswered(self.token(next(numbers), choice))
                case Pledged(promise, text, standing):
                    yield Pledged(self.promise(promise), text, standing)
                case _:
                    yield entry

    def _key(self, kind: str, name: str) -> str:
        key = self._keys.get((kind, name))
        if key is None:
            key = self._keys[kind, name] = self._made(f"{kind}/{name}")
        return key

    def _made(self, name: str) -> str:
        digest = hmac.digest(self._nonce, name.encode(), "sha256")
        return base64.urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode()

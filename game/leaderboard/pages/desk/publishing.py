"""Cases: published by a trainer after they were looked through, shown with what was found, withdrawn."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.datastructures import UploadFile
from starlette.routing import Route

from game.diagnostics.excerpt import excerpt, visible
from game.leaderboard.pages.desk.forms import text_of
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.when import day_of
from game.leaderboard.problems import missing
from game.records.league import cases
from game.records.league.refused import Refused, shortened
from game.texts import _
from game.trainer.check import examine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from game.diagnostics import Diagnostic
    from game.diagnostics.excerpt import Excerpt
    from game.records.league.cases import CaseRow, Draft
    from game.records.league.trainers import Trainer

__all__ = ["publishing_routes"]

_WIDTH = 92
"""Characters of an excerpt, at most."""
_MOST_SHOWN = 50
_REVISION = re.compile(r"[0-9a-f]{64}")
_TAG = re.compile(r"(?:.*[._])?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.po", re.DOTALL)
"""The language is the last word of a catalogue's name: `de.po`, `lost-reservation.de.po`."""
_HEADER = re.compile(r'^"Language:\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)', re.MULTILINE)
"""Or its header says it, as Poedit writes it."""
_KEPT = re.compile(r"po-([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
"""The field in which a catalogue stands that was sent before."""


class Shown(NamedTuple):
    """A finding as the page shows it."""

    found: Diagnostic
    message: str
    place: str
    excerpt: Excerpt | None
    remarks: tuple[str, ...]


class _Sent(NamedTuple):
    """What a form brings."""

    scenario: str
    text: str | bytes
    habits: str | bytes | None
    translations: Mapping[str, str]


def publishing_routes() -> list[Route]:
    """To list, publish and withdraw cases."""
    return [
        Route("/desk/cases", at_desk(_list), methods=["GET"]),
        Route("/desk/cases", at_desk(_publish), methods=["POST"]),
        Route("/desk/cases/new", at_desk(_new), methods=["GET"]),
        Route("/desk/cases/{revision}/withdraw", at_desk(_ask_to_withdraw), methods=["GET"]),
        Route("/desk/cases/{revision}/withdraw", at_desk(_withdraw), methods=["POST"]),
    ]


async def _list(request: Request, _trainer: Trainer) -> Response:
    found = await site_of(request).read(lambda c: cases.cases(c, with_withdrawn=True))
    return page(
        request,
        "desk/cases.html",
        own=[each for each in found if not each.is_open_book],
        shipped=[each for each in found if each.is_open_book],
        told=request.query_params.get("told", ""),
        day=day_of,
    )


async def _new(request: Request, _trainer: Trainer) -> Response:
    return _form_page(request)


async def _publish(request: Request, trainer: Trainer) -> Response:
    """Look a case through; publish it if that was asked for and nothing keeps it from being played."""
    site = site_of(request)
    form = await site.form(request)
    try:
        try:
            sent = await _sent(form)
        finally:
            await form.close()
        draft = await site.work(
            partial(
                cases.look_through,
                sent.scenario,
                sent.text,
                examine,
                habits=sent.habits,
                translations=sent.translations,
            ),
            is_long=True,
        )
    except Refused as refused:
        field = {"bad-case-id": "scenario", "bad-catalogue": "translations"}.get(refused.code, "text")
        said = _Sent(text_of(form, "scenario"), text_of(form, "text"), text_of(form, "habits"), _kept(form))
        return _form_page(request, status=422, said=said, faults={field: refused.sentence})
    said = _Sent(draft.scenario, draft.reading.source, _as_text(sent.habits), sent.translations)
    if text_of(form, "deed") == "check":
        return _form_page(request, said=said, draft=draft)
    try:
        published = await site.write(lambda c: cases.publish(c, draft, actor=trainer.id, now_ms=site.clock()))
    except Refused as refused:
        return _form_page(request, status=422, said=said, draft=draft, refusal=refused.sentence)
    return see_other(request, f"/desk/cases?told=published#{published.scenario}")


async def _ask_to_withdraw(request: Request, _trainer: Trainer) -> Response:
    return page(request, "desk/withdraw_case.html", case=await _case(request))


async def _withdraw(request: Request, trainer: Trainer) -> Response:
    site, case = site_of(request), await _case(request)
    await site.form(request)
    await site.write(lambda c: cases.withdraw(c, case.revision, actor=trainer.id, now_ms=site.clock()))
    return see_other(request, "/desk/cases?told=withdrawn")


async def _case(request: Request) -> CaseRow:
    """The case a path names.

    Raises:
        Problem: there is none, or it was withdrawn.
    """
    revision = request.path_params["revision"]
    if not _REVISION.fullmatch(revision):
        raise missing()
    found = next((each for each in await site_of(request).read(cases.cases) if each.revision == revision), None)
    if found is None:
        raise missing()
    return found


# --- what was sent ----------------------------------------------------------------------------------------------------


async def _sent(form: FormData) -> _Sent:
    """What a form brings; a file goes before what was pasted.

    Raises:
        Refused: there is no case in it, or a catalogue is of no language.
    """
    name, file = await _file(form.get("file"))
    text = file or text_of(form, "text")
    scenario = text_of(form, "scenario").strip() or re.sub(r"\.ya?ml$", "", name)
    if not text.strip():
        raise Refused("no-text", "Choose the file of a case, or paste its text.")
    _name, habits = await _file(form.get("habits_file"))
    pasted = text_of(form, "habits")
    translations = _kept(form)
    for each in form.getlist("translations"):
        name, content = await _file(each)
        if content:
            catalogue = _decoded(content, name)
            translations[_language(name, catalogue)] = catalogue
    return _Sent(scenario, text, habits or (pasted if pasted.strip() else None), translations)


def _kept(form: FormData) -> dict[str, str]:
    """The catalogues that were sent before, by language; one whose field was emptied is left out."""
    fields = ((_KEPT.fullmatch(name), text_of(form, name)) for name in form)
    return {tag[1]: text for tag, text in fields if tag is not None and text.strip()}


def _language(name: str, catalogue: str) -> str:
    tag = _TAG.fullmatch(name) or _HEADER.search(catalogue)
    if tag is None:
        raise Refused(
            "bad-catalogue",
            "Neither the name of “{name}” nor its header says its language. Call it de.po, for instance.",
            name=shortened(name),
        )
    return tag[1].replace("_", "-")


async def _file(sent: object) -> tuple[str, bytes]:
    """A file that was chosen: its name without folders, and its content; nothing where none was."""
    if not isinstance(sent, UploadFile) or not sent.filename:
        return "", b""
    return re.split(r"[/\\]", sent.filename)[-1], await sent.read()


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "bad-catalogue", "“{name}” is not written in UTF-8. Save it in that encoding.", name=shortened(name)
        ) from None


def _as_text(said: str | bytes | None) -> str:
    """What was sent, to be shown in a field; letters that are none are shown as such."""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said or ""


# --- the page ---------------------------------------------------------------------------------------------------------


def _form_page(
    request: Request,
    *,
    status: int = 200,
    said: _Sent | None = None,
    faults: Mapping[str, str] | None = None,
    draft: Draft | None = None,
    refusal: str = "",
) -> Response:
    findings = () if draft is None else draft.findings
    values: dict[str, Any] = {
        "said": said or _Sent("", "", "", {}),
        "faults": faults or {},
        "refusal": refusal,
        "is_checked": draft is not None,
        "findings": [_shown(each, draft.sources) for each in findings[:_MOST_SHOWN]] if draft is not None else [],
        "errors": sum(each.is_error for each in findings),
        "warnings": sum(not each.is_error for each in findings),
        "left_out": max(0, len(findings) - _MOST_SHOWN),
    }
    return page(request, "desk/new_case.html", status=status, **values)


def _shown(found: Diagnostic, sources: Mapping[str, str]) -> Shown:
    """A finding with its line, as the terminal shows it."""
    span = found.span
    place = _("{file}, line {line}, column {column}", file=visible(span.file), line=span.line, column=span.column)
    cut = excerpt(sources.get(span.file, ""), span, _WIDTH)
    return Shown(found, visible(found.message), place, cut, tuple(map(_with_lines, found.remarks)))


def _with_lines(remark: str) -> str:
    """A remark as it can be shown; its lines stay lines."""
    return "\n".join(map(visible, remark.split("\n")))

"""The commands of what leaves as table, calendar or bundle: showing it, and writing it beside the case."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.documents.bundle import Bundle, Packed, bundle, bundle_name, papers
from negotiator_tui.documents.calendar import calendar_days, calendar_name
from negotiator_tui.documents.log_sheet import log_sheet
from negotiator_tui.documents.making import Needed
from negotiator_tui.documents.rendering import table_bytes
from negotiator_tui.documents.schedule_sheet import schedule_sheet
from negotiator_tui.documents.sheet import Sheet
from negotiator_tui.storage.documents import own_name, save_document
from negotiator_tui.storage.evidence import content_of
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.documents import request_of
from negotiator_tui.ui.pages.exports import bundle_debt, with_letters, with_names
from negotiator_tui.ui.rows import Target
from negotiator_tui.ui.signing import signing_of

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do
    from negotiator_tui.ui.session import Session

declare(
    {
        "exports.saved": N_("Saved: {name}. It lies in the folder beside the case."),
        "exports.making": N_("The papers are being put together."),
        "exports.saved-left": N_("Saved: {name}. Left out: {left}; the index says so."),
    },
    told=True,
)


def _open(app: "Negotiator", name: str) -> Fault | None:
    """Show the calendar, the log or the bundle on the page of documents, from wherever it was asked for."""
    session = app.session
    session.unfolded = session.unfolded | {choice(session.view(), "document", name)}
    if session.place.page == "documents":
        app.sheet.begin()
        app.show_page()
    else:
        app.open(Target("documents"))
    return None


def _save(app: "Negotiator", what: str) -> Fault | None:
    """Write one of them into the folder beside the case."""
    if not app.session.path:
        return fault("document.no-case")
    name, _, file_format = what.partition(".")
    if name in {"bundle", "redacted"}:
        return _bundle(app, hide=name == "redacted")
    return _calendar(app) if name == "calendar" else _table(app, name, file_format)


def _calendar(app: "Negotiator") -> Fault:
    from negotiator_tui.documents.as_ics import as_ics

    view = app.session.view()
    path = Path(app.session.path)
    days = calendar_days(view.case, view.today, view.lang, names=with_names(view))
    if not days:
        return fault("documents.no-days")
    data = as_ics(days, view.today, view.lang, own_name(path))
    return _written(path, calendar_name(view.today, view.lang), data)


def _table(app: "Negotiator", name: str, file_format: str) -> Fault:
    view = app.session.view()
    about = ""
    if name == "schedule":
        request = request_of(view)
        made: Sheet | Needed = schedule_sheet(request)
        about = request.debt.name or "" if request.debt is not None else ""
    else:
        made = log_sheet(view.case, view.today)
    if isinstance(made, Needed):
        return made.fault
    title = "-".join(part for part in (made.title, about, format_date(view.today)) if part)
    return _written(Path(app.session.path), f"{title}.{file_format}", table_bytes(made, file_format))


def _bundle(app: "Negotiator", *, hide: bool) -> Fault:
    """The papers are read and put together in a thread: they can be large."""
    app.run_worker(_bundle_later(app, app.session, hide=hide), exclusive=True, group="documents")
    return fault("exports.making")


async def _bundle_later(app: "Negotiator", session: "Session", *, hide: bool) -> None:
    view, path = session.view(), Path(session.path)
    debt = bundle_debt(view)
    identity = signing_of(view.signing, view.case).of(debt.id if debt is not None else "")
    letters = with_letters(view)

    def made() -> Fault:
        found = papers(view.case, debt, lambda name, sha256: content_of(path, name, sha256))
        asked = Bundle(view.case, view.today, found, debt, identity, redacted=hide, letters=letters)
        packed = bundle(asked)
        return packed if isinstance(packed, Fault) else _said(packed, _written(path, bundle_name(asked), packed.data))

    said = await asyncio.to_thread(made)
    if app.session is session:  # another case may be open by now
        app.message = said
        app.around.show_hint(None)


def _said(packed: Packed, written: Fault) -> Fault:
    """That it was saved; with what was left out, if something was that is not simply elsewhere."""
    left = "、".join(name for _, name, why in packed.left_out if why != "elsewhere")
    if written.code != "exports.saved" or not left:
        return written
    return fault("exports.saved-left", name=dict(written.args)["name"], left=left)


def _written(case_path: Path, name: str, data: bytes) -> Fault:
    saved = save_document(case_path, name, data)
    return saved if isinstance(saved, Fault) else fault("exports.saved", name=saved[0].name)


DO: dict[str, "Do"] = {"export-open": _open, "export-save": _save}

"""The commands of the documents page: saving in a format, noting what was handed over, keeping who signs or not."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added
from negotiator_tui.case.identity import Identity, keeping, not_keeping
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.make import make, without_names
from negotiator_tui.documents.making import Kind, Made, Request
from negotiator_tui.documents.rendering import FORMATS, rendered
from negotiator_tui.documents.told import Told, told
from negotiator_tui.storage.documents import save_document
from negotiator_tui.storage.fonts import chinese_fonts
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_
from negotiator_tui.ui.pages.documents import chosen_kind, request_of
from negotiator_tui.ui.signing import signing_of

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do
    from negotiator_tui.ui.session import Session

declare(
    {
        "documents.saved": N_("Saved: {name}. Read it once more before it leaves."),
        "documents.saving": N_("The .pdf is being made."),
        "documents.noted": N_("Noted with today's date. It stands in the list, without names."),
        "documents.kept": N_("Kept in the case file. You can take it out again here."),
        "documents.dropped": N_("Taken out of the case file. Backups made meanwhile still have it."),
    },
    told=True,
)

_ASKING = {Kind.LETTER, Kind.BREAKDOWN, Kind.CONFIRM}
"""Documents that name a day for an answer."""
LONGEST = 20_000
"""Characters of a frozen text; a longer one is cut, and its hash still stands for all of it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that can be written: as it goes out, and with nobody in it."""

    made: Made
    frozen: str
    debt: str | None
    reply_by: date | None
    told: Told


def _open(app: "Negotiator", mark: str) -> Fault | None:
    """Show another document, or the list of them, from its first row."""
    app.session.unfolded = app.session.unfolded | {mark}
    app.sheet.begin()
    app.show_page()
    return None


def _save(app: "Negotiator", file_format: str) -> Fault | None:
    """Save the document on the screen into the folder beside the case, and note that it was made."""
    ready, session = _ready(app), app.session
    if ready is None or not session.path:
        return fault("document.no-case")
    if file_format != "pdf":
        return _saved(app, session, ready, file_format, rendered(ready.made.document, file_format, _fonts))
    app.run_worker(_save_later(app, session, ready, file_format), exclusive=True, group="documents")
    return fault("documents.saving")


async def _save_later(app: "Negotiator", session: "Session", ready: Ready, file_format: str) -> None:
    """Drawing a .pdf takes a second or two: not while somebody types."""
    data = await asyncio.to_thread(rendered, ready.made.document, file_format, _fonts)
    said = _saved(app, session, ready, file_format, data)
    if app.session is session:
        app.message = said
        app.around.show_hint(None)


def _saved(app: "Negotiator", session: "Session", ready: Ready, file_format: str, data: bytes | Fault) -> Fault | None:
    """Write the document beside the case it was made from. Another case may be open by now: nothing is noted there."""
    if isinstance(data, Fault):
        return data
    today = session.now().date()
    parts = (ready.made.document.title, ready.made.about, format_date(today))
    name = f"{'-'.join(part for part in parts if part)}.{FORMATS[file_format]}"
    written = save_document(Path(session.path), name, data)
    if isinstance(written, Fault):
        return written
    path, sha256 = written
    problem = _noted(app, ready, sha256, file=path.name, handed_over=False) if app.session is session else None
    return problem or fault("documents.saved", name=path.name)


def _note(app: "Negotiator", _argument: str) -> Fault | None:
    """Note that the text on the screen was handed over today."""
    ready = _ready(app)
    if ready is None:
        return fault("document.no-case")
    sha256 = hashlib.sha256(as_text(ready.made.document).encode()).hexdigest()
    return _noted(app, ready, sha256, file=None, handed_over=True) or fault("documents.noted")


def _keep(app: "Negotiator", _argument: str) -> Fault | None:
    """Let the case keep who signs."""
    session = app.session
    who = signing_of(session.signing, session.counted).who
    return _replaced(app, keeping(session.counted, who)) or fault("documents.kept")


def _drop(app: "Negotiator", _argument: str) -> Fault | None:
    """Take who signs out of the case; what was typed stays in this sitting."""
    session = app.session
    session.signing = signing_of(session.signing, session.counted)
    return _replaced(app, not_keeping(session.counted)) or fault("documents.dropped")


DO: dict[str, "Do"] = {
    "document-open": _open,
    "document-save": _save,
    "document-note": _note,
    "identity-keep": _keep,
    "identity-drop": _drop,
}


def _ready(app: "Negotiator") -> Ready | None:
    view = app.session.view()
    kind = chosen_kind(view)
    if kind is None:
        return None
    request = request_of(view)
    made, masked = make(kind, request), make(kind, request_of(view, mask=True))
    if not isinstance(made, Made) or not isinstance(masked, Made):
        return None
    reply_by = request.answer_by if made.kind in _ASKING else None
    return Ready(made, frozen(masked, request.identity), _about(made, request), reply_by, told(kind, request))


def _about(made: Made, request: Request) -> str | None:
    return request.debt.id if made.about and request.debt is not None else None


def frozen(masked: Made, identity: Identity) -> str:
    """The text that is kept: masked where it is made from the identity, and where the borrower's own words hold it."""
    text = without_names(as_text(masked.document), identity)
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + "…\n"


def _noted(app: "Negotiator", ready: Ready, sha256: str, *, file: str | None, handed_over: bool) -> Fault | None:
    session = app.session
    today = session.now().date()
    made = ready.made
    grown = added(
        session.counted,
        "sent",
        what="·".join(part for part in (made.document.title, made.about) if part),
        debt=ready.debt,
        on=today if handed_over else None,
        kind=made.kind.value,
        made_on=today,
        file=file,
        sha256=sha256,
        income=ready.told.income,
        cause=ready.told.cause,
        monthly=ready.told.monthly,
        reply_by=ready.reply_by,
        figures=tuple(f"{label} {amount}" for label, amount in made.figures),
        text=ready.frozen,
    )
    return grown if isinstance(grown, Fault) else _replaced(app, grown[0])


def _replaced(app: "Negotiator", case: Case) -> Fault | None:
    session = app.session
    problem = session.replace_case(case, session.place.path)
    app.show_page(session.place.path)
    return problem


def _fonts() -> list[tuple[Path, int]]:
    return [(each.path, each.number) for each in chinese_fonts()]

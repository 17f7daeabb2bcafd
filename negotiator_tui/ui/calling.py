"""What the rows of a call do: begin, take down, note a sign, hang up, set the day of asking again."""

from typing import TYPE_CHECKING

from negotiator_tui.case.answers import Reading
from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import AskedFor, Caller
from negotiator_tui.guide.calls import asked_for, asking_again, begun, hung_up, noted, running
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.call import NEXT
from negotiator_tui.ui.pages.call_after import AFTER
from negotiator_tui.ui.pages.choosing import choice
from negotiator_tui.ui.pages.script import about

if TYPE_CHECKING:
    from negotiator_tui.ui.app import Negotiator
    from negotiator_tui.ui.doing import Do


def _open(app: "Negotiator", argument: str) -> Fault | None:
    """The page of calls, about a debt where one is named."""
    session = app.session
    if argument:
        session.unfolded = session.unfolded | {about(session.view(), argument)}
    app.open(r.Target("call", NEXT))
    return None


def _begin(app: "Negotiator", argument: str) -> Fault | None:
    session = app.session
    debt_id, _, caller = argument.partition(" ")
    made = begun(session.case, debt_id, Caller(caller), session.now())
    if isinstance(made, Fault):
        return made
    return _keep(app, made[0])


def _log(app: "Negotiator", argument: str) -> Fault | None:
    field, _, text = argument.partition(" ")
    contact = running(app.session.case)
    if contact is None:
        return fault("call.none")
    session = app.session
    made = noted(session.case, contact.id, field, text, now=session.now(), lang=session.lang)
    if isinstance(made, Fault):
        return made
    if session.why_read_only is None:
        session.drop_draft(("call", contact.id))
        session.find = ""
    problem = _keep(app, made)
    app.document.draft(session)
    return problem


def _said(app: "Negotiator", text: str) -> Fault | None:
    return _log(app, f"said {text}")


def _sign(app: "Negotiator", argument: str) -> Fault | None:
    contact = running(app.session.case)
    if contact is None:
        return fault("call.none")
    made = asked_for(app.session.case, contact.id, AskedFor(argument))
    return made if isinstance(made, Fault) else _keep(app, made, ("action", f"call.{argument}"))


def _end(app: "Negotiator", _argument: str) -> Fault | None:
    session = app.session
    contact = running(session.case)
    if contact is None:
        return fault("call.none")
    made = hung_up(session.case, contact.id, session.now())
    if isinstance(made, Fault):
        return made
    session.unfolded = session.unfolded | {choice(session.view(), AFTER, contact.id)}
    return _keep(app, made, ("contacts", contact.id, "answer_due"))


def _again(app: "Negotiator", contact_id: str) -> Fault | None:
    session = app.session
    made = asking_again(session.case, contact_id, session.now().date())
    return made if isinstance(made, Fault) else _keep(app, made, ("action", "next"))


def _evidence(app: "Negotiator", argument: str) -> Fault | None:
    """Name the paper that proves an entry."""
    contact_id, _, paper = argument.partition(" ")
    problem = app.session.commit(("contacts", contact_id, "evidence"), Reading(paper))
    app.session.unfolded = app.session.unfolded - {f"evidence.{contact_id}"}
    app.show_page(("action", "evidence"))
    return problem


def _keep(app: "Negotiator", case: Case, stand: tuple[str, ...] = NEXT) -> Fault | None:
    """One step of history, saved like every answer; then the page as it is now."""
    problem = app.session.replace_case(case, NEXT)
    app.show_page(stand)
    return problem


DO: dict[str, "Do"] = {
    "call": _open,
    "call-begin": _begin,
    "call-said": _said,
    "call-log": _log,
    "call-sign": _sign,
    "call-end": _end,
    "call-again": _again,
    "call-evidence": _evidence,
}

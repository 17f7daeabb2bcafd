"""`log`: add a contact to a case, under its lock and by the same recipe as the wizard."""

from datetime import datetime
from pathlib import Path

from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import Caller, Channel
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.saver import Saved
from negotiator_tui.storage.session import Refused, Session, open_session
from negotiator_tui.text.dates import format_moment, parse_moment
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

_LONG = 20_000
_PATIENCE = 30.0


def run(given: Given) -> int:
    """Add the contact and save the case."""
    if given.words[1] != "add":
        raise RefusedError(fault("cli.missing", command="log", what="add"))
    at = _moment(given)
    contact: dict[str, object] = {
        "at": at,
        "channel": values.choice(given, "--channel", Channel),
        "caller": values.choice(given, "--caller", Caller),
        "who": values.text(given, "--who"),
        "staff_number": values.text(given, "--staff-number"),
        "said": values.text(given, "--said", _LONG, multiline=True),
        "promised": values.text(given, "--promised", _LONG, multiline=True),
        "promised_amount": values.amount(given, "--promised-amount"),
        "reference": values.text(given, "--reference"),
        "answer_due": values.day(given, "--answer-due", "future"),
        "note": values.text(given, "--note", _LONG, multiline=True),
    }
    session = open_session(Path(given.words[0]), locations(), now=_now, on_result=lambda _result: None, lang=given.lang)
    if isinstance(session, Refused):
        raise RefusedError(session.fault)
    try:
        item_id = _add(session, given, contact)
    finally:
        result = session.close(_PATIENCE)
    if not isinstance(result, Saved):
        raise RefusedError(fault("cli.read-only") if result is None else result.fault)
    said = given.say(N_("Added as {id}: {at}."), id=item_id, at=format_moment(at))
    show(given, {"id": item_id, "at": at.isoformat()}, [said, *(sentence(each, given.lang) for each in result.notices)])
    return 0


def _add(session: Session, given: Given, contact: dict[str, object]) -> str:
    if session.saver is None:
        raise RefusedError(session.read_only or fault("cli.read-only"))
    debt = debt_of(session.case, given).id if given.has("--debt") else None
    result = added(session.case, "contacts", debt=debt, **contact)
    if isinstance(result, Fault):
        raise RefusedError(result)
    session.saver.changed(result[0])
    return result[1]


def _moment(given: Given) -> datetime:
    """When it was: --at, read from --today if that is given; else now."""
    now = datetime.combine(given.today, _now().time())
    if not given.has("--at"):
        return now.replace(second=0, microsecond=0)
    found = parse_moment(given.options["--at"], now, "past")
    if isinstance(found, Fault):
        raise RefusedError(found, "--at")
    return found


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005 - times in a case are local wall clock

"""`log`: the contacts of a case, the answers that are due, and `log … add`, by the same recipe as the wizard."""

from datetime import datetime
from typing import Any

from negotiator_tui.case.answers import read
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.edit import added
from negotiator_tui.case.kinds import AskedFor, Caller, Cause, Channel, YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.questions import Kind, question, questions
from negotiator_tui.case.talks import Contact, talks_of
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.changed_case import change_case, now
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import NOTHING, show
from negotiator_tui.guide.follow_up import answers_due
from negotiator_tui.guide.scam import scam_warning
from negotiator_tui.text.cells import columns
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

_LONG = 20_000


def run(given: Given) -> int:
    """Without a second word the list; `due` the answers that are due; `add` one contact."""
    match given.words[1:]:
        case ():
            return _list(given)
        case ("due",):
            return _due(given)
        case ("add",):
            return _added(given)
        case _:
            raise RefusedError(fault("cli.missing", command="log", what="add"))


# -- looking -------------------------------------------------------------------------------------------------------


def _list(given: Given) -> int:
    case = opened(given).case
    rows = [_line(given, case, each) for each in case.contacts]
    lines = columns(rows, [False] * 6) if rows else [given.say(N_("No contact is written down yet."))]
    read_as = {each.id: each for each in talks_of(case.contacts)}
    show(given, {"contacts": [_json(each, read_as.get(each.id, each)) for each in case.contacts]}, lines)
    return 0


def _line(given: Given, case: Case, each: Contact) -> tuple[str, ...]:
    debt = find(case, "debts", each.debt) if each.debt else None
    told = (each.said or each.promised or "").replace("\n", " ")
    if each.corrects is not None:
        told = given.say(N_("corrects {id}: {words}"), id=each.corrects, words=told or NOTHING)
    at = format_moment(each.at) if each.at else NOTHING
    channel = given.say(label(each.channel)) if each.channel else NOTHING
    name = (debt.name or debt.id) if debt is not None else NOTHING
    return each.id, at, channel, name, each.who or NOTHING, told or NOTHING


def _json(each: Contact, read_as: Contact) -> dict[str, Any]:
    """Every answer by its key in the case file; what corrections make of an entry stands under `corrected`."""
    data = _answers(each)
    if read_as != each:
        data["corrected"] = _answers(read_as)
    return data


def _answers(each: Contact) -> dict[str, Any]:
    data: dict[str, Any] = {name: getattr(each, name) for name in ("id", "debt", "corrects", "evidence", "note")}
    data["written"] = each.written.isoformat() if each.written else None
    for asked in questions(Contact):
        value = getattr(each, asked.name)
        if value is None:
            data[asked.name] = None
        elif asked.kind in {Kind.MOMENT, Kind.DATE}:
            data[asked.name] = value.isoformat()
        elif asked.kind is Kind.CHOICES:
            data[asked.name] = [option.value for option in value]
        else:
            data[asked.name] = str(value)
    return data


def _due(given: Given) -> int:
    case = opened(given).case
    found = answers_due(case)
    lines = [
        given.say(
            N_("{day}  {name}: {days} days late") if each.day < given.today else N_("{day}  {name}"),
            day=format_date(each.day),
            name=each.lender,
            days=(given.today - each.day).days,
        )
        for each in found
    ]
    data = [
        {
            "day": each.day.isoformat(),
            "debt": each.contact.debt,
            "contact": each.contact.id,
            "late": each.day < given.today,
        }
        for each in found
    ]
    show(given, {"due": data}, lines or [given.say(N_("No answer is due."))])
    return 0


# -- adding --------------------------------------------------------------------------------------------------------


def _added(given: Given) -> int:
    at = _moment(given, "--at") if given.has("--at") or not given.has("--corrects") else None
    contact: dict[str, object] = {
        "at": at,
        "written": _clock(given),
        "channel": values.choice(given, "--channel", Channel),
        "caller": values.choice(given, "--caller", Caller),
        "who": values.text(given, "--who"),
        "staff_number": values.text(given, "--staff-number"),
        "said": values.text(given, "--said", _LONG, multiline=True),
        "promised": values.text(given, "--promised", _LONG, multiline=True),
        "promised_amount": values.amount(given, "--promised-amount"),
        "reference": values.text(given, "--reference"),
        "answer_due": values.day(given, "--answer-due", "future"),
        "answered": values.choice(given, "--answered", YesNo),
        "ended": _moment(given, "--until") if given.has("--until") else None,
        "number": values.text(given, "--number"),
        "asked_for": _signs(given),
        "third_party": values.text(given, "--third-party", _LONG, multiline=True),
        "threat": values.text(given, "--threat", _LONG, multiline=True),
        "stated_income": values.amount(given, "--stated-income"),
        "stated_cause": values.choice(given, "--stated-cause", Cause),
        "note": values.text(given, "--note", _LONG, multiline=True),
    }
    case, noticed = change_case(given, lambda case: _with_contact(case, given, contact))
    item_id = case.contacts[-1].id
    said = given.say(N_("Added as {id}: {at}."), id=item_id, at=format_moment(at) if at else NOTHING)
    notices = [sentence(each, given.lang) for each in noticed]
    warned = _warned(given, case, item_id)
    data = {"id": item_id, "at": at.isoformat() if at else None, "warning": warned}
    show(given, data, [said, *notices, *warned])
    return 0


def _warned(given: Given, case: Case, item_id: str) -> list[str]:
    """The signs of fraud in an entry, and what to do at once."""
    contact = find(case, "contacts", item_id)
    warning = scam_warning(contact, case, given.today, given.lang) if isinstance(contact, Contact) else None
    if warning is None:
        return []
    signs = [given.say(N_("A sign of fraud: {sign}"), sign=each.text) for each in (*warning.signs, *warning.heard)]
    return [*signs, *(f"{number}. {each.text}" for number, each in enumerate(warning.steps, 1))]


def _with_contact(case: Case, given: Given, contact: dict[str, object]) -> Case:
    """The case with the contact at the end of its log, and with what the options name linked to it."""
    debt = debt_of(case, given).id if given.has("--debt") else None
    links = {
        "corrects": _item(case, given, "--corrects", "contacts"),
        "evidence": _item(case, given, "--evidence", "materials"),
    }
    first = find(case, "contacts", links["corrects"] or "")
    if debt is None and isinstance(first, Contact):
        debt = first.debt
    result = added(case, "contacts", debt=debt, **links, **contact)
    if isinstance(result, Fault):
        raise RefusedError(result)
    return result[0]


def _item(case: Case, given: Given, option: str, name: str) -> str | None:
    """The id an option names, of an item that is there."""
    if not given.has(option):
        return None
    wanted = given.options[option].strip()
    if find(case, name, wanted) is None:
        raise RefusedError(fault("cli.no-entry", id=wanted), option)
    return wanted


def _signs(given: Given) -> tuple[AskedFor, ...] | None:
    if not given.has("--asked-for"):
        return None
    known = {each.value: each for each in AskedFor}
    wanted = [
        part.strip().lower() for part in given.options["--asked-for"].replace("，", ",").split(",") if part.strip()
    ]
    for each in wanted:
        if each not in known:
            raise RefusedError(fault("cli.choice", text=each, choices=", ".join(known)), "--asked-for")
    return tuple(sign for value, sign in known.items() if value in wanted) or None


def _moment(given: Given, option: str) -> datetime:
    """A time that has been, read from --today if that is given; now where the option is not given."""
    clock = _clock(given)
    if not given.has(option):
        return clock
    reading = read(question(Contact, "at"), given.options[option], Contact(id="k1"), clock, given.lang)
    if reading.fault is not None or not isinstance(reading.value, datetime):
        raise RefusedError(reading.fault or fault("moment-unclear", text=given.options[option]), option)
    return reading.value


def _clock(given: Given) -> datetime:
    return datetime.combine(given.today, now().time()).replace(second=0, microsecond=0)

"""How they collected: out of the log, day by day, with the rules that may apply and a complaint to read over and send."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.labels import label
from negotiator_tui.guide.complaint import cautions, complaint
from negotiator_tui.guide.conduct import Incident, Kind, incidents, rules_of, undated
from negotiator_tui.guide.pages import conduct as conduct_notes
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import fact_rows, facts_of, grounds, told_all
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.view import View

_WHAT = {
    Kind.NIGHT: N_("outside 8:00-22:00"),
    Kind.OFTEN: N_("{count} calls in one day"),
    Kind.ATTEMPTS: N_("{count} unanswered calls from one number"),
    Kind.THIRD_PARTY: N_("somebody else was contacted"),
    Kind.THREAT: N_("a threat or insult"),
}
SHOWN = 20
"""Incidents of a debt listed at once; the rest on demand."""


def conduct(view: View) -> list[r.Row]:
    """The incidents of each debt, the rules they may be held against, and the way to complain."""
    found = incidents(view.case, view.today)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("How they collected")), view.t(N_("out of your contacts; nothing is added"))),
    ]
    if not found:
        words = N_("Nothing in your contacts that a rule on collecting may apply to. Note the time of each call.")
        rows += [r.Note(view.t(words), "dim")]
    for debt_id in dict.fromkeys(each.debt.id if each.debt is not None else "" for each in found):
        of_debt = [each for each in found if (each.debt.id if each.debt is not None else "") == debt_id]
        rows += _of_debt(view, of_debt[0].debt, of_debt)
    without = undated(view.case)
    if without:
        rows.append(r.Note(view.t(N_("Entries without a time, which are not counted: {count}"), count=without), "dim"))
    return [*rows, r.ActionRow("log", view.t(N_("All contacts")), target=r.Target("log"), style="dim")]


def _of_debt(view: View, debt: Debt | None, found: list[Incident]) -> list[r.Row]:
    key = debt.id if debt is not None else "none"
    name = debt_name(view, debt.id) if debt is not None else view.t(N_("no debt named"))
    fold = f"conduct.{key}"
    shown = found if fold in view.unfolded else found[-SHOWN:]
    rows: list[r.Row] = [r.Heading(name, view.t(N_("{count} entries"), count=len(found)))]
    if len(shown) < len(found):
        label_ = view.t(N_("{count} earlier ones"), count=len(found) - len(shown))
        rows.append(r.ActionRow(fold, label_, command="unfold", argument=fold, style="dim"))
    for number, each in enumerate(shown):
        rows += _incident(view, each, f"{key}.{number}")
    rows.append(r.Heading(view.t(N_("Rules that may apply"))))
    if debt is not None:
        notes = conduct_notes(debt, view.case, view.today, view.lang)
        rows += told_all([note for note in notes if note.group == "scope"])
    rows += fact_rows(view, rules_of(found))
    return [*rows, *(_complaint(view, debt) if debt is not None else [])]


def _incident(view: View, each: Incident, key: str) -> list[r.Row]:
    what = view.t(_WHAT[each.kind], count=len(each.contacts))
    times = view.t(N_(", ")).join(_time(view, each, number) for number in range(len(each.contacts)))
    target = r.Target("item", ("contacts", each.contacts[0].id))
    rows: list[r.Row] = [
        r.ActionRow(f"incident.{key}", f"{format_date(each.day)}  {what}", times, target=target, style=""),
    ]
    if each.signed:
        words = N_("For this debt somebody else has signed: the lender may turn to whoever did.")
        rows.append(r.Note(view.t(words), "dim", indent=4))
    return rows


def _time(view: View, each: Incident, number: int) -> str:
    contact = each.contacts[number]
    when = f"{contact.at:%H:%M}" if contact.at is not None else ""
    channel = view.t(label(contact.channel)) if contact.channel is not None else ""
    return " ".join(part for part in (when, channel, contact.who or "") if part)


def _complaint(view: View, debt: Debt) -> list[r.Row]:
    """What to know before complaining; behind a fold the draft, and below it a way to take it along."""
    notes = cautions(view.case, debt, view.today, view.lang)
    fold = f"complaint.{debt.id}"
    rows: list[r.Row] = [r.Heading(view.t(N_("To complain to the lender")), view.t(N_("if you want to")))]
    rows += [hanging(Span("- ", "dim"), each.text) for each in notes]
    draft = complaint(view.case, debt, view.today, view.lang) if fold in view.unfolded else None
    if draft is None:
        rows.append(r.ActionRow(fold, view.t(N_("Read the draft")), command="unfold", argument=fold))
    else:
        rows += [r.Note(part) if part else r.Blank() for part in draft.text.split("\n")]
        hint = view.t(N_("fill in what stands in 〔〕"))
        copy = view.t(N_("Copy the draft"))
        rows.append(r.ActionRow(f"copy.{fold}", copy, hint, command="copy", argument=draft.text))
    return [*rows, *grounds(view, fold, facts_of(notes))]

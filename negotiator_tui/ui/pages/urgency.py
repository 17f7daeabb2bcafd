"""What cannot wait: a paper of a court, a threat, somebody who wants money first, a debit that empties an account."""

from collections.abc import Callable

from negotiator_tui.case.kinds import Urgent
from negotiator_tui.finance.cash_free import WEEK
from negotiator_tui.finance.cash_sweeps import Sweep, sweeps_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.guide.content import title
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.pages import autodebit_page, page_help, scam_signs, urgent_steps
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span, fit
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.guided import distress, fact_rows, facts_of, grounds
from negotiator_tui.ui.pages.hanging import hanging, numbered
from negotiator_tui.ui.view import View

INDENT = 2

_NUMBERS = (
    ("110", N_("danger, threats at the door; money already sent to a fraud")),
    ("96110", N_("is it a fraud?")),
    ("12368", N_("is this really from a court?")),
    ("12348", N_("legal advice, free")),
    ("12356", N_("somebody who listens")),
)
_NUMBER_FACTS = ("CH-5", "CH-5-96110", "COURT-12368", "CH-4", "CH-8")
"""The facts behind the numbers."""


def urgent(view: View) -> list[r.Row]:
    """What to do right now: the urgencies that were named stand open, the others one Enter away."""
    named = view.case.first.urgent or ()
    opened = chosen(view, "urgent")
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Urgent")), page_help("urgent", view.lang)["tip"]),
    ]
    kinds = [kind for kind in Urgent if kind is not Urgent.NONE]
    for kind in sorted(kinds, key=lambda kind: kind not in named):
        is_open = opened == kind or (opened is None and kind in named)
        rows.append(fold(view, "urgent", kind, title(f"urgent-{kind.value}", view.lang), is_open=is_open, style="warn"))
        if is_open:
            rows += _urgency(view, kind)
    return [
        *rows,
        r.Heading(view.t(N_("Numbers to call"))),
        *(hanging(Span(fit(number, 7), "strong"), view.t(words)) for number, words in _NUMBERS),
        *grounds(view, "numbers", named_facts(_NUMBER_FACTS, None, view.today, view.case)),
        r.Heading(title("scam", view.lang), view.t(N_("one sign is enough"))),
        *(hanging(Span("- "), each.text) for each in scam_signs(view.lang, view.today)),
        r.Blank(),
        *distress(view),
    ]


def _urgency(view: View, kind: Urgent) -> list[r.Row]:
    notes = urgent_steps(kind, view.case, view.today, view.lang)
    steps = numbered((note.text for note in notes), indent=INDENT)
    return [*steps, *fact_rows(view, facts_of(notes), indent=INDENT + 4), *_AFTER[kind](view)]


def _after_court(view: View) -> list[r.Row]:
    return [
        r.ActionRow(
            "court.add",
            view.t(N_("Write down the paper: the days left are counted")),
            command="new-item",
            argument="court",
        ),
        r.ActionRow("court.page", view.t(N_("Court papers, step by step")), target=r.Target("court")),
    ]


def _after_call(key: str) -> Callable[[View], list[r.Row]]:
    return lambda view: [
        r.ActionRow(f"{key}.call", view.t(N_("Still on the phone: take it down as it goes")), command="call"),
        r.ActionRow(f"{key}.log", view.t(N_("Write down the call: time, number, their words")), target=r.Target("log")),
    ]


def _after_swept(view: View) -> list[r.Row]:
    """The debits of the coming week, and what one may and may not do about them."""
    notes = autodebit_page(None, view.case, view.today, view.lang)
    sweeps = sweeps_of(view.case, view.today, view.today + WEEK)
    rows: list[r.Row] = [_sweep(view, each, number) for number, each in enumerate(sweeps)]
    for group in ("do", "dont"):
        rows.append(r.Note(title(f"autodebit-{group}", view.lang), "strong", INDENT))
        rows += (hanging(Span("- "), note.text, indent=INDENT) for note in notes if note.group == group)
    return rows


def _sweep(view: View, sweep: Sweep, number: int) -> r.Row:
    when = format_date(sweep.day) if sweep.day else view.t(N_("any day, as it is overdue"))
    amount = view.money(yuan(sweep.fen)) if sweep.fen is not None else view.t(N_("amount open"))
    hint = "  ".join(each for each in (when, amount, sweep.accounts or view.t(N_("account open"))) if each)
    reaches = sweep.takings or sweep.essentials
    field = "autodebit_from" if sweep.sure else "autodebit"
    return r.ActionRow(
        f"sweep.{number}",
        sweep.name or view.t(N_("unnamed debt")),
        hint,
        target=r.Target("item", ("debts", sweep.debt, field)),
        style="warn" if reaches else "accent",
    )


_AFTER: dict[Urgent, Callable[[View], list[r.Row]]] = {
    Urgent.COURT: _after_court,
    Urgent.THREAT: _after_call("threat"),
    Urgent.PAY_FIRST: _after_call("pay-first"),
    Urgent.SWEPT: _after_swept,
}

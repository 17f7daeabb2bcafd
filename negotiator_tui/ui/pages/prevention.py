"""From now on: what to ask before borrowing, what extra income does, small habits, the credit report."""

from decimal import Decimal
from string import Formatter

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.edit import Path
from negotiator_tui.finance.calendar import add_months
from negotiator_tui.finance.figure import Figure, total
from negotiator_tui.finance.habits import habits_of
from negotiator_tui.guide.content import texts, title
from negotiator_tui.guide.deadlines import deadline_sentence, deadlines
from negotiator_tui.guide.facts import named_facts
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import holding_debt, page_help
from negotiator_tui.guide.pages import prevention as guide_prevention
from negotiator_tui.guide.words import yuan_words
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.choosing import chosen, fold
from negotiator_tui.ui.pages.guided import fact_rows, open_answers
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.pages.plan_line import plan_line, sooner
from negotiator_tui.ui.view import HIDDEN, View

INDENT = 2
GROUPS = ("need", "loan", "extra", "habit", "credit")
KEPT_MONTHS = 60
"""How long a bad entry stays on record once the matter is settled (CR-16)."""
MORE = Decimal(100)
"""Yuan a month more, to show what they do."""
_ON_RECORD = ("CR-16", "CR-15")
"""The facts on how long an overdue debt stays on record: shown where there is one."""
_SHORT = 4
"""Months with more going out than coming in that are named, the newest ones."""
FREE_A_YEAR = 2
"""Free credit reports a year (CR-1)."""


def prevention(view: View) -> list[r.Row]:
    """The groups of the guide, one of them open, with the figures of this case where they are known."""
    opened = chosen(view, "prevention")
    if opened is None:
        opened = GROUPS[0]
    figures = _figures(view)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("From now on")), page_help("prevention", view.lang)["tip"]),
    ]
    for group in GROUPS:
        is_open = group == opened
        rows.append(fold(view, "prevention", group, title(f"prevention-{group}", view.lang), is_open=is_open))
        if is_open:
            rows += _group(view, group, figures)
    return rows


def _group(view: View, group: str, figures: dict[str, Figure]) -> list[r.Row]:
    known = {name: _said(view, figure) for name, figure in figures.items() if figure.value is not None}
    if group == "extra":
        known |= _sooner(view)
    notes = guide_prevention(view.case, view.today, view.lang, group, **known)
    rows: list[r.Row] = []
    missing: dict[Path, None] = {}
    for note in notes:
        needed = _placeholders(view, note, "text")
        if not needed <= known.keys():
            continue
        unknown = _placeholders(view, note, "why") - known.keys()
        for name in unknown & figures.keys():
            missing.update(dict.fromkeys(figures[name].missing))
        why = "" if unknown else note.why
        rows.append(hanging(Span("- "), (Span(note.text), Span("  " + why, "dim")), indent=INDENT))
        rows += fact_rows(view, note.facts, indent=INDENT + 2)
    if group in {"need", "loan"}:
        words = view.t(N_("Set a loan beside your figures before you take it"))
        hint = view.t(N_("its price, every month, and the worst one"))
        rows.append(r.ActionRow(f"new-loan.{group}", words, hint, target=r.Target("new-loan")))
    if group == "habit":
        rows += _habits(view)
    if group == "credit":
        on_record = named_facts(_ON_RECORD, holding_debt(view.case, view.today), view.today, view.case)
        rows += [*fact_rows(view, on_record, indent=INDENT + 2), *credit_dates(view)]
    if missing:
        rows.append(r.Note(view.t(N_("With these answers your own figures stand here:")), "dim", INDENT))
        rows += open_answers(view, missing, limit=3)
    return rows


def _habits(view: View) -> list[r.Row]:
    """What the borrower's own months show; where there are too few of them, how to get some."""
    found = habits_of(view.case.own_months)
    if found is None:
        words = view.t(N_("With three months of your own statements, what they show stands here."))
        return [r.ActionRow("statements", words, target=r.Target("statements"), style="dim")]
    aside = view.t(N_("{count} months out of your statements"), count=found.months)
    rows: list[r.Row] = [r.Heading(view.t(N_("What your own months show")), aside)]
    rows += [r.FigureRow(each) for each in (found.worst, found.typical, found.best)]
    said = [view.t(N_("The best and the worst month differ by {percent}% of the middle one."), percent=found.spread)]
    if found.trend is not None and found.trend != 0:
        words = N_("The later months took {percent}% more than the earlier ones.")
        if found.trend < 0:
            words = N_("The later months took {percent}% less than the earlier ones.")
        said.append(view.t(words, percent=abs(found.trend)))
    if found.cost_share is not None:
        said.append(view.t(N_("Of 100 yuan taken, {percent} went into the shop."), percent=found.cost_share))
    if found.short_months:
        months = view.t(N_(", ")).join(found.short_months[-_SHORT:])
        said.append(view.t(N_("More went out than came in: {months}."), months=months))
    return [*rows, *(r.Note(each, indent=INDENT) for each in said)]


def _figures(view: View) -> dict[str, Figure]:
    """The figures of this case that the texts name, by placeholder."""
    budget, amount = view.budget, view.case.first.trading_float
    source = ("first", "trading_float")
    float_ = Figure(N_("Stock money that must stay"), amount, missing=() if amount is not None else (source,))
    flows = (*budget.flows.shop_costs, *budget.flows.home_costs)
    aside = total(N_("Put by for rarer bills"), tuple(flow.figure() for flow in flows if flow.set_asides))
    return {
        "safe": budget.safe,
        "for_debts": budget.for_debts,
        "keep": budget.keep,
        "set_aside": aside,
        "float": float_,
    }


def _sooner(view: View) -> dict[str, str]:
    """What a little more a month would do to the plan for the debt that is talked about."""
    debt = holding_debt(view.case, view.today)
    line = None if debt is None else plan_line(view, debt)
    months = 0 if line is None else sooner(line, MORE)
    return {"more": yuan_words(MORE), "months": str(months)} if months > 0 else {}


def _said(view: View, figure: Figure) -> str:
    return HIDDEN if view.hide else yuan_words(figure.value)


def _placeholders(view: View, note: Note, field: str) -> set[str]:
    text = texts("prevention", view.lang)[note.id].get(field, "")
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def credit_dates(view: View) -> list[r.Row]:
    """When the credit report was looked at, how often this year, and until when settled matters stay in it."""
    looked = sorted(each.credit_report_on for each in view.case.reviews if each.credit_report_on is not None)
    if looked:
        this_year = sum(day.year == view.today.year for day in looked)
        words = view.t(
            N_("Last looked at on {day}; {count} of {free} free ones used this year."),
            day=format_date(looked[-1]),
            count=this_year,
            free=FREE_A_YEAR,
        )
    else:
        words = view.t(N_("Not looked at yet, as far as is written down here."))
    rows: list[r.Row] = [
        r.ActionRow("credit.look", words, view.t(N_("the day is kept with the check-up")), target=r.Target("checkup"))
    ]
    rows += [
        r.Note(deadline_sentence(each, view.lang, view.today) + "  " + format_date(each.due), "accent", INDENT)
        for each in deadlines(view.case, view.today)
        if each.code == "credit-dispute"
    ]
    return [*rows, *(row for each in view.case.agreements for row in _settled(view, each))]


def _settled(view: View, agreement: Agreement) -> list[r.Row]:
    """The day a settled agreement should be gone from the report: five years after its last payment."""
    payments = [each for each in view.case.payments if each.agreement == agreement.id]
    paid = [each.paid_on for each in payments if each.paid_on is not None]
    if not payments or len(paid) < len(payments):
        return []
    gone = add_months(max(paid), KEPT_MONTHS)
    if gone is None:
        return []
    words = N_("The agreement of {signed} was settled on {paid}: look after {gone} whether the entry is gone.")
    signed = format_date(agreement.signed_on) if agreement.signed_on else "-"
    text = view.t(words, signed=signed, paid=format_date(max(paid)), gone=format_date(gone))
    return [r.Note(text, "dim", INDENT)]

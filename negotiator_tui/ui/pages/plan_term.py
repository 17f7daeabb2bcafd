"""What terms for one debt come to, on a page: the verdict, the figures, and the contract beside them."""

from collections.abc import Callable
from decimal import Decimal

from negotiator_tui.case.edit import Path
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_terms import contract_percent
from negotiator_tui.finance.plan_basis import Basis
from negotiator_tui.finance.plan_contract import Contract
from negotiator_tui.finance.plan_figures import concession_figure, instalment_figure, rate_figure, total_figure
from negotiator_tui.finance.plan_trial import Trial, breaking_months, missing_figure
from negotiator_tui.finance.plans import TermResult, with_fees
from negotiator_tui.finance.true_rate import TrueRate
from negotiator_tui.text.amounts import format_yuan
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, Style, fit, line, right
from negotiator_tui.ui.pages.contract_lacks import contract_lacks
from negotiator_tui.ui.pages.guided import open_answers
from negotiator_tui.ui.pages.places import question_label, target_of
from negotiator_tui.ui.view import HIDDEN, View

_LABEL, _COLUMN = 20, 16
_SAVED_SHOWN = 3
"""Months that live on savings which are listed one by one."""


def verdict(view: View, trial: Trial) -> r.Row:
    """In one line whether payments fit the usual months and hold in bad ones, with the first month that breaks."""
    usual, bad = trial.fit, trial.hold
    if bad.savings or usual.savings:
        return _verdict_saving(view, trial, bad if bad.kept else usual, holds=bad.kept)
    if usual.breaks_in is not None:
        args = {"month": trial.month(usual.breaks_in), "amount": view.money(yuan(usual.short_by))}
        return r.Note(view.t(N_("Not covered: {month} is the first month that is short, by {amount}."), **args), "warn")
    if bad.breaks_in is not None:
        args = {"month": trial.month(bad.breaks_in), "amount": view.money(yuan(bad.short_by))}
        return r.Note(view.t(N_("Just enough: if {month} is a bad month, {amount} is missing."), **args), "warn")
    if not bad.ok:
        words = N_("Covered as far as it was tried; {count} payments lie further ahead.")
        return r.Note(view.t(words, count=bad.untested), "dim")
    return r.Note(view.t(N_("Every month is covered, and a bad month too.")), "good")


def _verdict_saving(view: View, trial: Trial, found: Fit, *, holds: bool) -> r.Row:
    """Payments that can only be kept with what was put by before."""
    month, fen = max(found.savings, key=lambda each: each[1])
    words = view.t(
        N_("Only if money is put by in good months: for {month} at least {amount}. {count} months live on savings."),
        month=trial.month(month),
        amount=view.money(yuan(fen)),
        count=len(found.savings),
    )
    if not holds:
        words = view.t(N_("{words} A bad month would break it all the same."), words=words)
    return r.Note(words, "accent" if holds else "warn")


def breaks(view: View, trial: Trial | None, source: Path, *, guess: bool = True) -> list[r.Row]:
    """The months that break, each to be opened: the first and the worst. `guess` adds what a bad month rests on."""
    if trial is None or unsettled(trial):
        return []
    rows = _broken(view, trial, trial.fit, source, bad=False)
    rows += _broken(view, trial, trial.hold, source, bad=True)
    return [*rows, *(_guess(view, source) if guess else [])]


def judged(view: View, trial: Trial | None, basis: Basis, source: Path) -> list[r.Row]:
    """The verdict, or the answers it waits for."""
    if trial is not None and not unsettled(trial):
        return [verdict(view, trial), *breaks(view, trial, source)]
    shares = basis.shares
    missing = (*basis.budget.blocking, *(() if shares is None else shares.missing))
    words = view.t(N_("Whether it can be carried cannot be said yet. {count} answers decide:"), count=len(missing))
    return [r.Note(words, "accent"), *open_answers(view, missing, limit=3)] if missing else []


def unsettled(trial: Trial) -> bool:
    """Whether answers are missing without which nothing may be called affordable."""
    shares = trial.basis.shares
    return not trial.basis.budget.judgeable or shares is None or bool(shares.missing)


def _broken(view: View, trial: Trial, found: Fit, source: Path, *, bad: bool) -> list[r.Row]:
    """The first month that breaks and the worst; of bad months only the first, where usual ones break already."""
    if found.savings:
        return _from_savings(view, trial, found, source, bad=bad)
    months = breaking_months(found)
    if bad and not trial.fit.ok:
        months = months[:1]
    rows: list[r.Row] = []
    for number in months:
        remark = view.t(N_("first")) if number == found.breaks_in else view.t(N_("most"))
        if bad and not trial.fit.ok:
            remark = view.t(N_("in a bad month"))
        figure = missing_figure(trial, number, source, bad=bad)
        rows.append(r.FigureRow(figure, remark if bad or len(months) > 1 else "", "" if bad else "warn"))
    return rows


def _from_savings(view: View, trial: Trial, found: Fit, source: Path, *, bad: bool) -> list[r.Row]:
    """The first months that live on savings, each with what has to be there; of bad months where usual ones need none."""
    if bad and trial.fit.savings:
        return []
    remark = view.t(N_("to be put by before"))
    months = [month for month, _ in found.savings[:_SAVED_SHOWN]]
    return [r.FigureRow(missing_figure(trial, month, source, bad=bad), remark, "accent") for month in months]


def _guess(view: View, source: Path) -> list[r.Row]:
    """A bad month is a guess until the worst month is answered."""
    if not view.budget.bad_is_guess:
        return []
    return [
        r.ActionRow(
            "worst." + ".".join(source),
            view.t(N_("A bad month is a guess here: 80% of the takings")),
            view.t(N_("your worst month replaces it")),
            target=target_of(("budget", "worst_takings"), view.case),
            style="dim",
        )
    ]


def said(view: View) -> Callable[[Decimal], str]:
    """How amounts are written in a sentence: without empty decimals, or hidden."""
    return lambda amount: HIDDEN if view.hide else format_yuan(amount)


def wrong(view: View, result: TermResult) -> list[r.Row]:
    """What keeps terms from being worked out, with the way to the answer; nothing where they are."""
    if isinstance(result.outcome, Outcome):
        return []
    rows: list[r.Row] = [r.Note(view.told(result.outcome), "warn")]
    needs = result.needs
    if needs is not None and needs[0] == "debts":
        key = ".".join(("needs", result.terms.id, *needs))
        rows.append(r.ActionRow(key, question_label(view, needs), target=target_of(needs, view.case)))
    elif needs is not None and needs[-1] == "rate":
        words = view.t(N_("For a card or a bill the lender names the rate. Ask for it, then write it here."))
        rows.append(r.Note(words, "dim"))
    return rows


def figure_rows(view: View, result: TermResult, source: Path, *, remarks: bool = True) -> list[r.Row]:
    """Instalment, total, true rate and concession, each to be opened; then, unless they are said elsewhere, the remarks."""
    outcome = result.outcome
    if not isinstance(outcome, Outcome):
        return []
    rows: list[r.Row] = [
        r.FigureRow(instalment_figure(outcome, source), _first_day(view, result, outcome)),
        r.FigureRow(total_figure(outcome, source), _until(view, outcome)),
    ]
    if outcome.rate is not None:
        rows.append(r.FigureRow(rate_figure(outcome.rate, source)))
    given = concession_figure(outcome, result.debt, source)
    if given is not None:
        rows.append(r.FigureRow(given, _given_words(view, given), ""))
    if remarks:
        rows += [r.Note(view.told(each), "dim") for each in outcome.remarks]
    return [*rows, *_assumed(view, result)]


def _first_day(view: View, result: TermResult, outcome: Outcome) -> str:
    grace = outcome.schedule.terms.grace_months
    if grace:
        return view.t(N_("after {count} months"), count=grace)
    return view.t(N_("from {day}"), day=format_date(result.first_due))


def _until(view: View, outcome: Outcome) -> str:
    end = outcome.schedule.end
    return "" if end is None else view.t(N_("until {day}"), day=format_date(end))


def _given_words(view: View, given: Figure) -> str:
    value = given.value or Decimal(0)
    if value == 0:
        return view.t(N_("nothing at all"))
    return "" if value > 0 else view.t(N_("beyond the contract"))


def _assumed(view: View, result: TermResult) -> list[r.Row]:
    """What the figures rest on while the contract has not been read: penalty and the days of the year."""
    outcome, debt = result.outcome, result.debt
    if not isinstance(outcome, Outcome):
        return []
    rows: list[r.Row] = []
    if outcome.claim.low.total != outcome.claim.high.total:
        low, high = view.money(outcome.claim.low.total), view.money(outcome.claim.high.total)
        words = view.t(
            N_("Owed at the start: {low} to {high}, as the contract is read. Ask for a list."), low=low, high=high
        )
        rows.append(r.Note(words, "dim"))
    if debt.rate_per == "day" and debt.year_days is None and debt.rate:
        rows.append(r.Note(view.t(N_("Counted in a year of 360 days; the contract decides.")), "dim"))
    return rows


def beside_contract(view: View, result: TermResult, title: str) -> list[r.Row]:
    """A small table: the terms, and the contract as it stands."""
    contract = result.contract
    lines = [(view.t(name), mine, theirs, tone) for name, mine, theirs, tone in _compared(view, result, contract)]
    heads = (title, view.t(N_("the contract")))

    def draw(width: int, _ascii: bool) -> list[Line]:
        column = min(_COLUMN, max((width - _LABEL) // 2, 8))
        label = min(_LABEL, max(width - 2 * column, 6))
        drawn = [line(Span(fit("", label)), *(Span(right(fit_to(head, column - 1), column), "dim") for head in heads))]
        for name, mine, theirs, tone in lines:
            cells = (Span(right(mine, column), tone), Span(right(theirs, column), "dim"))
            drawn.append(line(Span(fit(name, label), "dim"), *cells))
        return drawn

    rows: list[r.Row] = [r.Heading(view.t(N_("Beside the contract as it stands"))), r.Picture(draw)]
    rows += contract_lacks(view, result.debt)
    if contract.rate is not None and contract.rate.missing:
        rows.append(r.Note(view.t(N_("The contract's rate is without its fees, as they are not all answered.")), "dim"))
    if contract.holds:
        words = view.t(N_("The contract itself is covered, in bad months too: nothing need be asked for."))
        rows.append(r.Note(words, "good"))
    return rows


def fit_to(text: str, cells: int) -> str:
    """The text, cut to so many cells but not padded."""
    return fit(text, cells).rstrip()


def _compared(view: View, result: TermResult, contract: Contract) -> list[tuple[str, str, str, Style]]:
    outcome = result.outcome
    if not isinstance(outcome, Outcome):
        return []
    made = outcome.schedule
    paying = max((month for month, fen in enumerate(outcome.payments_fen, 1) if fen), default=0)
    largest = yuan(max(with_fees(outcome), default=0))
    rows: list[tuple[str, str, str, Style]] = [
        (N_("due at once"), view.money(outcome.proposal.paid_now), view.money(contract.overdue or Decimal(0)), ""),
        (N_("largest payment"), view.money(largest), view.money(contract.instalment) or "?", ""),
        (N_("payments"), str(paying), str(contract.months or "?"), ""),
        (N_("until"), _day(made.end), _day(contract.end), ""),
        (N_("in all"), view.money(outcome.total_paid), view.money(contract.total) or "?", ""),
        (N_("true rate a year"), _percent(outcome.rate), _contract_rate(result, contract), ""),
    ]
    if result.trial is not None and not unsettled(result.trial):
        for name, test in _TESTS:
            own, theirs = test(result.trial), None if contract.trial is None else test(contract.trial)
            tone: Style = "good" if own.ok else "accent" if own.kept else "warn"
            other = _held(view, contract.trial, theirs) if theirs is not None else "?"
            rows.append((name, _held(view, result.trial, own), other, tone))
    return rows


_TESTS: tuple[tuple[str, Callable[[Trial], Fit]], ...] = (
    (N_("usual months"), lambda trial: trial.fit),
    (N_("bad months"), lambda trial: trial.hold),
)


def _held(view: View, trial: Trial | None, found: Fit) -> str:
    if found.savings:
        return view.t(N_("from savings"))
    if found.breaks_in is not None and trial is not None:
        return view.t(N_("breaks {month}"), month=trial.month(found.breaks_in))
    return view.t(N_("covered")) if found.ok else view.t(N_("not all tried"))


def _day(day: object) -> str:
    return "?" if day is None else str(day)


def _percent(rate: TrueRate | None) -> str:
    return "?" if rate is None else f"{rate.nominal:.2f}%"


def _contract_rate(result: TermResult, contract: Contract) -> str:
    found = contract.rate
    if found is None:
        return "?" if contract_percent(result.debt) is None else f"{contract_percent(result.debt):.2f}%"
    if found.low.nominal == found.high.nominal:
        return f"{found.low.nominal:.2f}%"
    return f"{found.low.nominal:.2f}-{found.high.nominal:.2f}%"

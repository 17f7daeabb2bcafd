"""Whether an offer can be carried, what it costs beside the asks and the contract, and why, in sentences (MONEY §9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import Case
from negotiator_tui.case.clauses import CLAUSES, RED
from negotiator_tui.case.kinds import Clause
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.fits import Fit
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_trial import Trial
from negotiator_tui.finance.plans import TermResult, offer_result, with_fees
from negotiator_tui.finance.rungs import Rungs, rungs_of
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "check.open": N_("Whether it can be carried cannot be said yet: answers are missing."),
        "check.breaks": N_("It cannot be carried: {month} is the first month that is short, by {amount}."),
        "check.bad": N_("It only just fits: if {month} is a bad month, {amount} is missing."),
        "check.far": N_("It is covered as far as it was tried; {count} payments lie further ahead."),
        "check.savings": N_(
            "Only if money is put by in good months: for {month} at least {amount}. {count} months live on savings."
        ),
        "check.never": N_(
            "The instalment they say is below the interest: with it alone it is never paid off. "
            "Ask what is left at the end, in writing."
        ),
        "check.holds": N_("It can be carried in every month, in a bad one too."),
        "check.over-line": N_("In month {month} it is {amount}, {more} above your line of {line}."),
        "check.dearer": N_("By this offer more is paid than the contract is worth: {amount}, in today's money."),
        "check.first": N_(
            "{amount} is to be paid first. Ask what it settles and what is given for it, in writing, before anything."
        ),
        "check.red-open": N_("{count} of the four red lines are still open: do not say yes yet."),
        "check.red-missing": N_("{count} of the four red lines are crossed: do not say yes to this wording."),
        "check.clauses-open": N_("{count} more clauses are missing or unclear: they are still to be settled."),
        "check.guess": N_(
            "What a bad month leaves is a guess here, 80% of the takings. Write down your worst month before you rely on it."
        ),
        "check.grows": N_("The instalment does not cover the interest: what is owed grows."),
    }
)

_REST = "offer.rest"
LAST_APART = N_("It is no smaller ask: the last payment of {amount} is in the sum, not in the first month.")
"""Stands below the differences where too low an instalment leaves a large last payment."""


@dataclass(frozen=True, slots=True)
class Beside:
    """How an offer differs from an ask of the ladder (its number), or from the contract as it stands (number 0).

    Amounts are yuan, the offer's less the other's: the first payment, the largest one, all that is paid; `months` are
    payments more. `concession` is what the lender gives up more, in whole yuan. None where either is not known.
    """

    number: int
    first: Decimal | None
    largest: Decimal | None
    total: Decimal | None
    months: int | None
    concession: int | None


@dataclass(frozen=True, slots=True)
class OfferCheck:
    """An offer checked. `fits` and `holds` are None while it cannot be told.

    Payments that can be kept with what was put by before count as carried; the reasons say how much that is.
    `breaks_in` is the first month (`YYYY-MM`) that is short, of usual months, else of bad ones; `short_by` what is
    missing then in yuan, 0.00 where nothing is. `clauses` are all of them by field name, the red lines first, None where
    one was not looked at. `reasons` are the verdict in sentences, what weighs most first.
    """

    result: TermResult
    fits: bool | None
    holds: bool | None
    breaks_in: str | None
    short_by: Decimal | None
    beside: tuple[Beside, ...]
    clauses: tuple[tuple[str, Clause | None], ...]
    reasons: tuple[Fault, ...]

    @property
    def outcome(self) -> Outcome | None:
        """The offer worked out; None while its terms do not say."""
        return self.result.outcome if isinstance(self.result.outcome, Outcome) else None


def check_offer(case: Case, offer: Offer, today: date) -> OfferCheck | None:
    """An offer of a case checked; None without its debt."""
    result = offer_result(case, offer, today)
    if result is None:
        return None
    rungs = rungs_of(case, result.debt.id, today)
    trial = result.trial if result.trial is not None and result.basis.settled else None
    outcome = result.outcome
    if isinstance(outcome, Fault):
        return OfferCheck(result, None, None, None, None, (), clauses_of(offer), (outcome,))
    breaks_in, short_by = _first_break(trial)
    return OfferCheck(
        result=result,
        fits=None if trial is None else _covered(trial.fit),
        holds=None if trial is None else _both(_covered(trial.fit), _covered(trial.hold)),
        breaks_in=breaks_in,
        short_by=short_by,
        beside=tuple(_beside(result, outcome, rungs)),
        clauses=clauses_of(offer),
        reasons=tuple(_reasons(outcome, trial, rungs, offer)),
    )


def clauses_of(item: Offer | Agreement) -> tuple[tuple[str, Clause | None], ...]:
    """How every clause stands in an offer or agreement, the red lines first."""
    return tuple((name, getattr(item, name)) for name in CLAUSES)


def open_red(item: Offer | Agreement) -> tuple[str, ...]:
    """The red lines that are not clear: missing, unclear or not looked at."""
    return tuple(name for name in RED if getattr(item, name) is not Clause.PRESENT)


def _first_break(trial: Trial | None) -> tuple[str | None, Decimal | None]:
    if trial is None:
        return None, None
    for fit in (trial.fit, trial.hold):
        if fit.breaks_in is not None and _breaks(fit):
            return trial.month(fit.breaks_in), yuan(fit.short_by)
    return None, yuan(0)


def _covered(fit: Fit) -> bool | None:
    """Whether every month is covered, savings counted; None where payments lie beyond the months that are known."""
    if _breaks(fit):
        return False
    return None if fit.untested else True


def _both(usual: bool | None, bad: bool | None) -> bool | None:
    if usual is False or bad is False:
        return False
    return None if usual is None or bad is None else True


def _below_interest(outcome: Outcome) -> bool:
    """Whether the instalment that is stated does not cover its interest: then only the last row pays anything off."""
    stated, made = outcome.proposal.instalment, outcome.schedule
    return stated is not None and to_fen(stated) < made.interest_fen[made.terms.grace_months]


def _breaks(fit: Fit) -> bool:
    """Whether some month does not suffice, not even with what was put by before."""
    return fit.breaks_in is not None and not fit.savings


def _beside(result: TermResult, outcome: Outcome, rungs: Rungs | None) -> Iterator[Beside]:
    """The asks one by one, then the contract: all of its payments, what is overdue at once."""
    own = _Sums.of(outcome)
    for each in () if rungs is None else rungs.asks:
        if each.outcome is not None:
            yield own.less(_Sums.of(each.outcome), each.number)
    contract = result.contract
    theirs = _Sums(
        None if contract.instalment is None else to_fen(contract.instalment),
        None if contract.instalment is None else to_fen(contract.instalment),
        None if contract.total is None else to_fen(contract.total),
        contract.months,
        0,
    )
    yield own.less(theirs, 0)


def difference(mine: Outcome, theirs: Outcome, number: int) -> Beside:
    """How some terms differ from others; `number` is kept with it."""
    return _Sums.of(mine).less(_Sums.of(theirs), number)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What two sets of terms are compared by, in fen."""

    first: int | None
    largest: int | None
    total: int | None
    months: int | None
    concession: int | None

    @classmethod
    def of(cls, outcome: Outcome) -> "_Sums":
        payments = with_fees(outcome)
        paying = [fen for fen in payments if fen]
        first = paying[0] if paying else 0
        return cls(first, max(payments, default=0), to_fen(outcome.total_paid), _last(payments), outcome.concession)

    def less(self, other: "_Sums", number: int) -> Beside:
        first, largest, total = (
            None if mine is None or theirs is None else yuan(mine - theirs)
            for mine, theirs in (
                (self.first, other.first),
                (self.largest, other.largest),
                (self.total, other.total),
            )
        )
        months = None if self.months is None or other.months is None else self.months - other.months
        given = None if self.concession is None or other.concession is None else self.concession - other.concession
        return Beside(number, first, largest, total, months, given)


def _last(payments: Sequence[int]) -> int:
    return max((month for month, fen in enumerate(payments, 1) if fen), default=0)


def _reasons(outcome: Outcome, trial: Trial | None, rungs: Rungs | None, offer: Offer) -> Iterator[Fault]:
    yield _carried(trial)
    if trial is not None and trial.basis.budget.bad_is_guess and not _breaks(trial.fit):
        yield fault("check.guess")
    if _below_interest(outcome):
        yield fault("check.never")
    yield from (each for each in outcome.remarks if each.code == _REST)
    saving = trial is not None and bool(trial.hold.savings)
    crossed = None if rungs is None or saving else rungs.crossed_by(with_fees(outcome))
    if crossed is not None:
        yield fault("check.over-line", **dict(crossed.args))
    yield from _red(offer)
    if outcome.proposal.paid_now:
        yield fault("check.first", amount=format_amount(outcome.proposal.paid_now))
    if outcome.concession is not None and outcome.concession < 0:
        yield fault("check.dearer", amount=format_amount(Decimal(-outcome.concession)))
    grown = max(outcome.schedule.balance_fen, default=0) > to_fen(outcome.balance)
    if grown and not _below_interest(outcome):
        yield fault("check.grows")
    yield from (each for each in outcome.remarks if each.code != _REST)
    more = [name for name, state in clauses_of(offer) if name not in RED and state in {Clause.MISSING, Clause.UNCLEAR}]
    if more:
        yield fault("check.clauses-open", count=len(more))


def _carried(trial: Trial | None) -> Fault:
    if trial is None:
        return fault("check.open")
    for fit, code in ((trial.fit, "check.breaks"), (trial.hold, "check.bad")):
        if fit.breaks_in is not None and _breaks(fit):
            return fault(code, month=trial.month(fit.breaks_in), amount=format_amount(yuan(fit.short_by)))
    if trial.hold.untested:
        return fault("check.far", count=trial.hold.untested)
    savings = trial.hold.savings or trial.fit.savings
    if savings:
        month, fen = max(savings, key=lambda each: each[1])
        return fault("check.savings", month=trial.month(month), amount=format_amount(yuan(fen)), count=len(savings))
    return fault("check.holds")


def _red(offer: Offer) -> Iterator[Fault]:
    """Lines that were found crossed; then those not clear yet, once any clause was looked at."""
    crossed = [name for name in RED if getattr(offer, name) is Clause.MISSING]
    if crossed:
        yield fault("check.red-missing", count=len(crossed))
    left = len(open_red(offer)) - len(crossed)
    if left:
        yield fault("check.red-open", count=left)

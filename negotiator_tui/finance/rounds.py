"""Offers about one debt as rounds: who named what, how it differs from the round before, whether it can be carried."""

from dataclasses import dataclass
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.kinds import Answer, NamedBy
from negotiator_tui.case.offers import Offer
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.offer_check import Beside, OfferCheck, check_offer, difference
from negotiator_tui.finance.rungs import Asked, rungs_of


@dataclass(frozen=True, slots=True)
class Round:
    """One round. `check` is None for a refusal that named no terms; `since` is the difference from the last round that
    named some, None without one."""

    number: int
    offer: Offer
    check: OfferCheck | None
    since: Beside | None

    @property
    def mine(self) -> bool:
        """Whether the borrower named these terms."""
        return self.offer.named_by is NamedBy.ME


def names_terms(offer: Offer) -> bool:
    """Whether a round says anything of what is to be paid each month: a bare refusal or an empty entry does not."""
    terms = (offer.months, offer.instalment, offer.rate, offer.method, offer.total, offer.grace_months)
    return offer.answer in {Answer.ACCEPTED, Answer.WAITING} or any(each is not None for each in terms)


def rounds_of(case: Case, debt_id: str, today: date) -> tuple[Round, ...]:
    """The rounds about a debt, the oldest first; of one day in the order they were written down."""
    own = [each for each in case.offers if each.debt == debt_id]
    ordered = sorted(own, key=lambda each: each.received_on or today)
    rounds: list[Round] = []
    before: Outcome | None = None
    for number, offer in enumerate(ordered, 1):
        check = check_offer(case, offer, today) if names_terms(offer) else None
        outcome = None if check is None else check.outcome
        since = None if before is None or outcome is None else difference(outcome, before, number - 1)
        rounds.append(Round(number, offer, check, since))
        before = outcome or before
    return tuple(rounds)


def next_ask(case: Case, debt_id: str, today: date) -> Asked | None:
    """The ask of the ladder that was not made yet in any round; None after the last, or without a ladder."""
    rungs = rungs_of(case, debt_id, today)
    if rungs is None or not rungs.ladder:
        return None
    ids = [each.rung for each in rungs.asks]
    made = [ids.index(each.rung) for each in case.offers if each.debt == debt_id and each.rung in ids]
    return rungs.after(ids[max(made)] if made else None)

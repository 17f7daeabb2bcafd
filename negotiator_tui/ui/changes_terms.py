"""Changes that the ladder, the offers and the agreements make: each takes a case and gives the case after it.

Ids that lead nowhere leave the case as it is.
"""

from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from negotiator_tui.case.agreed import Agreement
from negotiator_tui.case.case import Case, find
from negotiator_tui.case.clauses import CLAUSES
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import removed
from negotiator_tui.case.kinds import Answer, Method, NamedBy
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.plans import Ladder, Rung, Term
from negotiator_tui.case.questions import questions
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.ladder import Ladder as Found
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plans import chosen_term, offer_result, rung_result
from negotiator_tui.finance.rungs import Line, ladder_of, rungs_of
from negotiator_tui.finance.search import DebtSearch
from negotiator_tui.text.amounts import LARGEST
from negotiator_tui.text.language import Lang
from negotiator_tui.ui.changes_plans import grown
from negotiator_tui.ui.changes_search import answers_of, read_word, word_of

_NONE = "-"
_TERMS = tuple(each.name for each in questions(Term))


def ladder_argument(search: DebtSearch, found: Found) -> str:
    """The argument of the change that makes a ladder that was found the debt's own; its line as it is stated."""
    line = found.stated
    parts = [_plain(line.first)]
    if line.until is not None:
        parts += [str(line.until), _plain(line.later)]
    words = [word_of(search.debt.id, answers_of(each, known=not search.rate_assumed)) for each in found.asks]
    return " ".join(["ladder-found", search.debt.id, ",".join(parts), *words])


def ladder_found(case: Case, _today: date, _lang: Lang, debt_id: str, line: str, *words: str) -> Case:
    """A ladder as it was found, in the place of the one the debt had."""
    if find(case, "debts", debt_id) is None:
        return case
    first, *step = map(Decimal, line.split(","))
    stated = Line(first, int(step[0]), step[1]) if step else Line(first)
    asks = [read_word(word)[1] for word in words]
    return _with_ladder(case, debt_id, stated, asks)


def start_ladder(case: Case, today: date, _lang: Lang, debt_id: str) -> Case:
    """A ladder by hand: the plan to ask for as its only ask, the line that is known, in whole yuan."""
    debt = find(case, "debts", debt_id)
    if not isinstance(debt, Debt) or ladder_of(case, debt_id) is not None:
        return case
    known = rungs_of(case, debt_id, today)
    line = None if known is None or known.line is None else known.line
    if line is not None:
        line = Line(whole(line.first), line.months, None if line.later is None else whole(line.later))
    term = chosen_term(case, debt_id)
    return _with_ladder(case, debt_id, line, [_terms(term)] if term is not None else [])


def add_rung(case: Case, _today: date, _lang: Lang, ladder_id: str) -> Case:
    """One more ask below the last, to begin with the same terms."""
    ladder = find(case, "ladders", ladder_id)
    if not isinstance(ladder, Ladder):
        return case
    own = [each for each in case.rungs if each.ladder == ladder_id]
    last = own[-1] if own else chosen_term(case, ladder.debt)
    return grown(case, "rungs", ladder=ladder_id, **({} if last is None else _terms(last)))[0]


def settle_ladder(case: Case, today: date, _lang: Lang, ladder_id: str) -> Case:
    """The ladder is settled today, as it stands."""
    ladder = find(case, "ladders", ladder_id)
    if not isinstance(ladder, Ladder):
        return case
    new = ladder.model_copy(update={"frozen_on": today, "frozen_line": ladder.line, "changed_on": None})
    return case.model_copy(update={"ladders": tuple(new if each.id == ladder_id else each for each in case.ladders)})


def counter_offer(case: Case, today: date, _lang: Lang, debt_id: str, rung_id: str) -> tuple[Case, str]:
    """A round of one's own with the terms of an ask, waiting for an answer; the case as it is and "" without it."""
    rung = find(case, "rungs", rung_id)
    debt = find(case, "debts", debt_id)
    if not isinstance(rung, Rung) or not isinstance(debt, Debt):
        return case, ""
    low = rung.method is Method.LOW_THEN_HIGH
    instalment = rung.low
    outcome = rung_result(case, rung, debt, today).outcome
    if not low and rung.method in {None, Method.EQUAL_INSTALMENT} and isinstance(outcome, Outcome):
        instalment = min(yuan(outcome.payments_fen[rung.grace_months or 0]), LARGEST)
    answers = {
        "method": rung.method,
        "months": rung.months,
        "instalment": instalment,
        "low_months": rung.low_months if low else None,
        "rate": rung.rate,
        "first_due": rung.first_due,
        "grace_months": rung.grace_months,
        "grace_kind": rung.grace_kind,
        "paid_now": rung.paid_now,
        "penalty_waived": rung.penalty_waived,
        "interest_waived": rung.interest_waived,
    }
    return grown(
        case,
        "offers",
        debt=debt_id,
        rung=rung_id,
        received_on=today,
        named_by=NamedBy.ME,
        answer=Answer.WAITING,
        **answers,
    )


def accept_offer(case: Case, today: date, _lang: Lang, offer_id: str) -> tuple[Case, str]:
    """An agreement with the terms and clauses of an offer, not signed yet; the one made before, if there is one.

    Where its instalments are not level they are put on the list of payments. The case as it is and "" where the terms
    are none.
    """
    offer = find(case, "offers", offer_id)
    result = offer_result(case, offer, today) if isinstance(offer, Offer) else None
    if not isinstance(offer, Offer) or result is None or not isinstance(result.outcome, Outcome):
        return case, ""
    there = [each for each in case.agreements if each.debt == offer.debt and each.signed_on is None]
    if there:
        return case, there[-1].id
    outcome = result.outcome
    terms = outcome.proposal
    level = terms.method is Method.EQUAL_INSTALMENT and not terms.grace_months
    stepping = terms.method is Method.LOW_THEN_HIGH and not terms.grace_months
    first = yuan(outcome.payments_fen[0])
    made, agreement_id = grown(
        case,
        "agreements",
        debt=offer.debt,
        method=terms.method,
        months=terms.months,
        rate=terms.rate,
        first_due=result.first_due,
        instalment=min(first, LARGEST) if level or stepping else None,
        low_months=terms.low_months if stepping else None,
        later=min(yuan(outcome.payments_fen[terms.low_months or 0]), LARGEST) if stepping else None,
        total=offer.total,
        **{name: getattr(offer, name) for name in CLAUSES},
    )
    if not level and not stepping:
        for day, fen in zip(outcome.schedule.dues or (), outcome.payments_fen, strict=False):
            made, _ = grown(made, "payments", agreement=agreement_id, due=day, amount=min(yuan(fen), LARGEST))
    return made, agreement_id


def _plain(fen: int) -> str:
    """An amount as an argument, without empty decimals."""
    return str(yuan(fen)) if fen % 100 else str(fen // 100)


def whole(amount: Decimal) -> Decimal:
    """An amount down to whole yuan: what one says on the phone."""
    return amount.to_integral_value(ROUND_FLOOR)


def unsigned(case: Case, debt_id: str | None) -> Agreement | None:
    """The newest agreement on a debt that is not signed yet."""
    found = [each for each in case.agreements if each.debt == debt_id and each.signed_on is None]
    return found[-1] if found else None


def _with_ladder(case: Case, debt_id: str, line: Line | None, asks: list[dict[str, Any]]) -> Case:
    old = ladder_of(case, debt_id)
    if old is not None:
        case = removed(case, ("ladders", old.id))
    answers: dict[str, Any] = {}
    if line is not None:
        answers = {"line": line.first, "line_months": line.months, "line_later": line.later}
    case, ladder_id = grown(case, "ladders", debt=debt_id, **answers)
    for each in asks:
        case, _ = grown(case, "rungs", ladder=ladder_id, **each)
    return case


def _terms(term: Term) -> dict[str, Any]:
    return {name: getattr(term, name) for name in _TERMS}

"""The proposal letter: one request with dates and amounts, what it rests on, and a second choice (CONTENT 3b)."""

from collections.abc import Iterator

from negotiator_tui.case.debts import Debt
from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.document import Block, Document, Paragraph, Signature
from negotiator_tui.documents.letter_owed import cause, owed, takings
from negotiator_tui.documents.letter_request import fallback, means_words, request_words
from negotiator_tui.documents.making import (
    LENT,
    Figured,
    Kind,
    Made,
    Needed,
    Request,
    contract_words,
    figured,
    needed,
)
from negotiator_tui.documents.means import Means, means_of
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import Parts, day_text, you
from negotiator_tui.finance.asks import Asks, asks_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plans import TermResult
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import Fault, fault

PART = "letter"


def letter(request: Request) -> Made | Needed:
    """The letter for a debt, with what is asked for on the phone too; or what is still missing for it."""
    debt = request.debt
    if debt is None:
        return Needed(fault("documents.no-debt"), (("debts",),))
    lacking = _lacking(request, debt)
    if lacking is not None:
        return lacking
    asks = asks_of(request.case, debt, request.today)
    if asks is None:
        return no_plan()
    term, outcome = asks.first, asks.first.outcome
    if isinstance(outcome, Fault):
        return Needed(outcome, () if term.needs is None else (term.needs,))
    means = means_of(request.case, term.first_due, request.today, without=frozenset({debt.id}))
    blocks = tuple(_blocks(request, debt, asks, outcome, means))
    return Made(
        Kind.LETTER,
        Document(say(PART, "title"), blocks),
        tuple(_figures(outcome, debt, means)),
        tuple(_remarks(term, means)),
        debt.name or "",
    )


def no_plan() -> Needed:
    """Nothing is there to ask for yet."""
    return Needed(fault("documents.no-plan"), (("plans",),))


def _lacking(request: Request, debt: Debt) -> Needed | None:
    """What a formal letter cannot do without: whose, which contract, how much, from where and of which day."""
    names = [name for name in ("lender", "outstanding") if getattr(debt, name) is None]
    if debt.shape in LENT:
        if not debt.contract_tail and not request.identity.number:
            names.append("contract_tail")
        if debt.as_of is None:
            names.append("as_of")
        shown = Citing(request.case).exhibits(("debts", debt.id, "outstanding"))
        if debt.balance_from is None and not shown:
            names.append("balance_from")
    return needed(request, debt, tuple(names)) if names else None


def _blocks(request: Request, debt: Debt, asks: Asks, outcome: Outcome, means: Means | None) -> Iterator[Block]:
    case, term, lender, citing = request.case, asks.first, you(debt.lender), Citing(request.case)
    parts, due_day = Parts(PART), str(term.first_due.day)
    yield Paragraph(say(PART, "to", lender=debt.lender), indent=False)
    yield Paragraph(_who(request, debt))
    yield parts.title("owed-title")
    yield Paragraph(owed(case, debt, request.today, citing))
    yield parts.title("cause-title")
    yield Paragraph(cause(case, citing) + takings(case, means, citing))
    if means is not None:
        yield parts.title("means-title")
        yield Paragraph(means_words(means, term, outcome, lender, citing))
    yield parts.title("request-title")
    for text in request_words(debt, term, outcome, lender, citing):
        yield Paragraph(text)
    yield parts.title("fallback-title")
    yield Paragraph(fallback(debt, outcome, asks.fallback))
    yield parts.title("promise-title")
    yield Paragraph(say(PART, "promise", due_day=due_day))
    yield parts.title("reply-title")
    yield Paragraph(say(PART, "reply", reply_by=day_text(request.answer_by)))
    listed = citing.line()
    if listed:
        yield Paragraph(word("exhibits", listed=listed), indent=False)
    yield Signature(word("applicant", name=request.identity.name), day_text(request.today))


def _who(request: Request, debt: Debt) -> str:
    who, trade = request.identity, request.case.borrower.trade
    return say(
        PART,
        "who",
        name=who.name,
        trade=say(PART, "who-trade", trade=trade) if trade else "",
        id_number=say(PART, "who-id", id_number=who.id_number) if who.id_number else "",
        address=say(PART, "who-address", address=who.address) if who.address else "",
        phone=say(PART, "who-phone", phone=who.phone) if who.phone else "",
        contract=contract_words(debt, who),
    )


def _figures(outcome: Outcome, debt: Debt, means: Means | None) -> Iterator[Figured]:
    if debt.outstanding is not None:
        yield figured("principal", debt.outstanding, about="outstanding" in debt.estimated)
    paying = [fen for fen in outcome.payments_fen if fen]
    if outcome.proposal.paid_now:
        yield figured("paid-now", outcome.proposal.paid_now)
    yield figured("first", yuan(paying[0] if paying else 0))
    later = next((fen for fen in paying[:-1] if fen > paying[0] + 1), None)
    if later is not None:
        yield figured("later", yuan(later))
    yield word("figure-months"), str(len(outcome.payments_fen))
    yield figured("total", outcome.total_paid)
    if outcome.proposal.penalty_waived:
        yield figured("waived", outcome.proposal.penalty_waived)
    if outcome.proposal.interest_waived:
        yield figured("waived-interest", outcome.proposal.interest_waived)
    if means is not None and means.bad.for_debts.value is not None:
        yield figured("for-debts", means.bad.for_debts.value, about=means.bad.for_debts.estimated)


def _remarks(term: TermResult, means: Means | None) -> Iterator[Fault]:
    if means is None:
        yield fault("documents.no-means")
    if term.trial is None:
        return
    for fit, code in ((term.trial.fit, "documents.short"), (term.trial.hold, "documents.short-bad")):
        if fit.breaks_in is not None:
            yield fault(code, amount=format_amount(yuan(fit.short_by)), month=term.trial.month(fit.breaks_in))
            return

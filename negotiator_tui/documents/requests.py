"""Two short requests to a lender: for a breakdown of the balance, and to confirm in writing what was said."""

from collections.abc import Iterator
from decimal import Decimal

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer
from negotiator_tui.case.offers import Offer
from negotiator_tui.case.talks import Contact
from negotiator_tui.documents.document import Block, Document, Lines, Paragraph, Signature, Table
from negotiator_tui.documents.letter_owed import source_words
from negotiator_tui.documents.making import (
    LENT,
    Kind,
    Made,
    Needed,
    Request,
    contract_words,
    figured,
    is_guess,
    needed,
)
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import day_text, money, sentence_end, you
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.plan_words import plan_sentence
from negotiator_tui.finance.plans import offer_result
from negotiator_tui.finance.reconcile import Compared, reconciled
from negotiator_tui.guide.script import to_ask
from negotiator_tui.text.amounts import format_amount
from negotiator_tui.text.fault import fault

BREAKDOWN, CONFIRM = "breakdown", "confirm"
_ITEMS = ("principal", "interest", "penalty", "fees", "payments", "called")
_CONFIRMED = 8
_OPEN = {Answer.ACCEPTED, Answer.COUNTERED}


def breakdown(request: Request) -> Made | Needed:
    """The request for principal, interest, penalty and fees apart, with what does not agree with one's own sum."""
    debt = request.debt
    if debt is None:
        return Needed(fault("documents.no-debt"), (("debts",),))
    lacking = _lacking(request, debt, "outstanding")
    if lacking is not None:
        return lacking
    figures = () if debt.outstanding is None else (figured("principal", debt.outstanding),)
    document = Document(say(BREAKDOWN, "title"), tuple(_breakdown(request, debt)))
    return Made(Kind.BREAKDOWN, document, figures, (), debt.name or "")


def _breakdown(request: Request, debt: Debt) -> Iterator[Block]:
    yield from _to(BREAKDOWN, request, debt)
    yield Paragraph(
        say(
            BREAKDOWN,
            "owed",
            day=day_text(debt.as_of or request.today),
            principal=money(debt.outstanding or Decimal(0), about=is_guess(debt, "outstanding")),
            source=source_words(debt) if debt.balance_from else word("own-word"),
            you=you(debt.lender),
        )
    )
    yield Lines(tuple(say(BREAKDOWN, f"item-{name}") for name in _ITEMS))
    differing = _differing(request, debt)
    if differing:
        yield Paragraph(say(BREAKDOWN, "differs"))
        yield _compared(differing)
    asked = to_ask(debt, "zh_Hans")
    if asked:
        yield Paragraph(say(BREAKDOWN, "unknown"))
        yield Lines(asked)
    yield Paragraph(say(BREAKDOWN, "reply", reply_by=day_text(request.answer_by)))
    yield _signed(request)


def _differing(request: Request, debt: Debt) -> tuple[Compared, ...]:
    """Where the lender asks for more than the contract, however it is read, and the payments come to."""
    found = reconciled(request.case, debt, request.today)
    lines = () if found is None else found.lines
    return tuple(each for each in lines if each.difference is not None and each.difference > 0 and not each.within)


def _compared(lines: tuple[Compared, ...]) -> Table:
    head = tuple(say(BREAKDOWN, f"head-{name}") for name in ("item", "theirs", "own", "difference"))
    rows = tuple(
        (say(BREAKDOWN, f"part-{each.part}"), _amount(each.stated), _amount(each.own), _amount(each.difference))
        for each in lines
    )
    return Table(head, rows, (40, 20, 20, 20), frozenset({1, 2, 3}))


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else money(amount)


def confirm(request: Request) -> Made | Needed:
    """The request to put in writing what was said: the last talk, the terms named in it, what must not be left open."""
    debt = request.debt
    if debt is None:
        return Needed(fault("documents.no-debt"), (("debts",),))
    lacking = _lacking(request, debt)
    if lacking is not None:
        return lacking
    document = Document(say(CONFIRM, "title"), tuple(_confirm(request, debt)))
    return Made(Kind.CONFIRM, document, (), (), debt.name or "")


def _confirm(request: Request, debt: Debt) -> Iterator[Block]:
    yield from _to(CONFIRM, request, debt)
    talk = _last_talk(request.case, debt)
    ask = say(CONFIRM, "ask", you=you(debt.lender))
    yield Paragraph((say(CONFIRM, "talk-none") if talk is None else _talk(talk, debt)) + ask)
    terms = _terms(request, debt)
    if terms:
        yield Paragraph(say(CONFIRM, "terms", plan=terms))
    yield Lines(tuple(say(CONFIRM, f"item-{number}") for number in range(1, _CONFIRMED + 1)))
    yield Paragraph(say(CONFIRM, "hold") + say(CONFIRM, "reply", reply_by=day_text(request.answer_by)))
    yield _signed(request)


def _last_talk(case: Case, debt: Debt) -> Contact | None:
    """The last talk in which they said something."""
    found = [each for each in case.contacts if each.debt == debt.id and each.said and each.at]
    return max(found, key=lambda each: (each.at, each.id)) if found else None


def _talk(talk: Contact, debt: Debt) -> str:
    return say(
        CONFIRM,
        "talk",
        day=day_text(talk.at.date()) if talk.at else None,
        channel=say(CONFIRM, f"channel-{talk.channel}") if talk.channel else "",
        who=talk.who or say(CONFIRM, "talk-who", you=you(debt.lender)),
        staff=say(CONFIRM, "talk-staff", staff=talk.staff_number) if talk.staff_number else "",
        said=sentence_end(" ".join((talk.said or "").split())),
        reference=say(CONFIRM, "talk-reference", reference=talk.reference) if talk.reference else "",
    )


def _terms(request: Request, debt: Debt) -> str:
    """What the last offer that still stands comes to, in one sentence; empty without one."""
    offers = [each for each in request.case.offers if each.debt == debt.id]
    if not offers or offers[-1].answer not in _OPEN or not _has_terms(offers[-1]):
        return ""
    result = offer_result(request.case, offers[-1], request.today)
    if result is None or not isinstance(result.outcome, Outcome):
        return ""
    return sentence_end(plan_sentence(result.outcome, debt, "zh_Hans", format_amount))


def _has_terms(offer: Offer) -> bool:
    return offer.months is not None or offer.instalment is not None


def _lacking(request: Request, debt: Debt, *names: str) -> Needed | None:
    lacking = [name for name in names if getattr(debt, name) is None]
    if debt.shape in LENT and not debt.contract_tail and not request.identity.number:
        lacking.append("contract_tail")
    return needed(request, debt, tuple(lacking)) if lacking else None


def _to(part: str, request: Request, debt: Debt) -> Iterator[Block]:
    number = contract_words(debt, request.identity)
    yield Paragraph(say(part, "to", lender=debt.lender or debt.name), indent=False)
    yield Paragraph(say(part, "who" if number else "who-plain", name=request.identity.name, contract=number))


def _signed(request: Request) -> Signature:
    return Signature(word("applicant", name=request.identity.name), day_text(request.today))

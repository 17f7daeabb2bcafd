"""An outline for the written objection to a payment order, with its last day. It argues nothing: the borrower does."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from negotiator_tui.case.case import find
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import CourtPaper
from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.document import Block, Document, Heading, Lines, PageBreak, Paragraph, Signature
from negotiator_tui.documents.making import Figured, Kind, Made, Needed, Request, figured, is_guess
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import Parts, day_text, money
from negotiator_tui.guide.deadlines import payment_order_due
from negotiator_tui.guide.facts import fact, fact_sentence
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import N_, t

PART = "objection"
_RULE = "CPL-227"


def objection(request: Request) -> Made | Needed:
    """The outline for the payment order of a debt, or for the last one there is."""
    paper = _order(request)
    if paper is None:
        return Needed(fault("documents.no-order"), (("court",),))
    if paper.received_on is None:
        what = t(request.lang, N_("Received on"))
        return Needed(fault("documents.missing", what=what), (("court", paper.id, "received_on"),))
    due = payment_order_due(paper.received_on)
    found = request.debt or (find(request.case, "debts", paper.debt) if paper.debt else None)
    debt = found if isinstance(found, Debt) else None
    document = Document(say(PART, "title"), tuple(_blocks(request, paper, debt, paper.received_on, due)))
    remarks: tuple[Fault, ...] = (fault("documents.order-late"),) if request.today > due else ()
    return Made(Kind.OBJECTION, document, _figures(debt), remarks, (debt.name or "") if debt is not None else "")


def _figures(debt: Debt | None) -> tuple[Figured, ...]:
    return () if debt is None or debt.outstanding is None else (figured("principal", debt.outstanding),)


def _order(request: Request) -> Court | None:
    orders = [each for each in request.case.court if each.kind is CourtPaper.PAYMENT_ORDER]
    if request.debt is not None:
        orders = [each for each in orders if each.debt in {request.debt.id, None}]
    return orders[-1] if orders else None


def _blocks(request: Request, paper: Court, debt: Debt | None, received: date, due: date) -> Iterator[Block]:
    who, citing, parts = request.identity, Citing(request.case), Parts(PART)
    court = paper.court_name or None
    yield Paragraph(say(PART, "to", court=court), indent=False)
    yield Paragraph(say(PART, "case", reference=paper.reference or None), indent=False)
    yield Paragraph(
        say(PART, "who", name=who.name, id_number=who.id_number, address=who.address, phone=who.phone), indent=False
    )
    yield Paragraph(say(PART, "other", lender=debt.lender if debt is not None else None), indent=False)
    in_time = request.today <= due
    yield Paragraph(say(PART, "received" if in_time else "received-late", received=day_text(received)))
    yield parts.title("points-title")
    yield Lines(tuple(_points(debt, citing)))
    listed = citing.listed()
    if listed:
        yield parts.title("facts-title")
        yield Lines(listed)
    yield parts.title("ask-title")
    yield Paragraph(say(PART, "ask"))
    yield Paragraph(say(PART, "deliver", court=court), indent=False)
    yield Signature(word("objector", name=who.name), day_text(request.today))
    yield PageBreak()
    yield Heading(say(PART, "due-title"))
    entry = "due" if in_time else "due-passed"
    yield Paragraph(say(PART, entry, received=day_text(received), due=day_text(due)))
    yield Paragraph(say(PART, "rule", fact=fact_sentence(fact(_RULE), "zh_Hans", request.today)))
    yield Paragraph(say(PART, "advice"))


def _points(debt: Debt | None, citing: Citing) -> Iterator[str]:
    own, ground = None, None
    if debt is not None and debt.outstanding is not None:
        own = money(debt.outstanding or Decimal(0), about=is_guess(debt, "outstanding"))
        ground = citing.ground(("debts", debt.id, "outstanding"))
    yield say(PART, "point-principal", own=own, ground=ground)
    for name in ("interest", "penalty", "other"):
        yield say(PART, f"point-{name}")

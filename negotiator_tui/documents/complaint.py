"""A complaint to the lender about how a debt was collected: only what the log says, for the borrower to read over."""

from collections.abc import Iterator, Sequence

from negotiator_tui.case.kinds import LoanUse, Shape
from negotiator_tui.documents.document import Block, Document, Lines, Paragraph, Signature
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.documents.wording import day_text
from negotiator_tui.guide.complaint import Complaint
from negotiator_tui.guide.complaint import complaint as drafted
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        "documents.no-incidents": N_(
            "In the contacts about this debt there is nothing yet that a rule on collecting may apply to."
        ),
        "documents.complaint-true": N_("Read it over and take out what is not well remembered before it goes out."),
        "documents.complaint-business": N_(
            "This is a business loan: under the rules for consumer complaints it may not be accepted."
        ),
    }
)


def complaint(request: Request) -> Made | Needed:
    """The complaint about one debt."""
    debt = request.debt
    if debt is None:
        return Needed(fault("documents.no-debt"), (("debts",),))
    draft = drafted(request.case, debt, request.today, "zh_Hans", name=request.identity.name or "")
    if draft is None:
        return Needed(fault("documents.no-incidents"), (("contacts",),))
    remarks: list[Fault] = [fault("documents.complaint-true")]
    if debt.shape is Shape.LOAN and debt.loan_use is not LoanUse.CONSUMER:
        remarks.append(fault("documents.complaint-business"))
    document = Document(draft.title, tuple(_blocks(request, draft)))
    return Made(Kind.COMPLAINT, document, (), tuple(remarks), debt.name or "")


def _blocks(request: Request, draft: Complaint) -> Iterator[Block]:
    yield Paragraph(draft.to, indent=False)
    for line in draft.opening.split("\n"):
        yield Paragraph(line)
    yield Lines(_numbered(draft.events))
    yield Paragraph(draft.asking)
    yield Lines(_numbered(draft.asks))
    if draft.rules:
        yield Paragraph(draft.rules_intro)
        yield Lines(draft.rules)
    yield Paragraph(draft.closing)
    yield Signature(draft.signer, day_text(request.today))


def _numbered(rows: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {row}" for number, row in enumerate(rows, 1))

"""The hardship statement: what happened, since when, what it changed, what shows it."""

from collections.abc import Iterator

from negotiator_tui.documents.citing import Citing
from negotiator_tui.documents.document import Block, Document, Paragraph, Signature
from negotiator_tui.documents.letter_owed import cause, takings
from negotiator_tui.documents.making import Kind, Made, Needed, Request, contract_words, figured
from negotiator_tui.documents.means import Means, means_of, takings_paths
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import Parts, day_text, money
from negotiator_tui.finance.budget import first_due_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.language import N_, t

PART = "hardship"


def hardship(request: Request) -> Made | Needed:
    """The statement, for one lender or for whoever asks."""
    case, today = request.case, request.today
    if not case.hardship.cause and not case.hardship.words:
        what = t(request.lang, N_("What mainly happened?")).rstrip("?？")
        return Needed(fault("documents.missing", what=what), (("hardship", "cause"),))
    means = means_of(case, first_due_of(case, today), today, debts=False)
    remarks: tuple[Fault, ...] = (fault("documents.no-means"),) if means is None else ()
    figures = () if means is None else (figured("for-debts", yuan(means.bad.for_debts.fen or 0)),)
    document = Document(say(PART, "title"), tuple(_blocks(request, means, Citing(case))))
    return Made(Kind.HARDSHIP, document, figures, remarks, (request.debt.name or "") if request.debt else "")


def _blocks(request: Request, means: Means | None, citing: Citing) -> Iterator[Block]:
    case, debt, trade, parts = request.case, request.debt, request.case.borrower.trade, Parts(PART)
    if debt is not None:
        yield Paragraph(say(PART, "to", lender=debt.lender or debt.name), indent=False)
    number = contract_words(debt, request.identity) if debt is not None else ""
    yield Paragraph(
        say(
            PART,
            "who",
            name=request.identity.name,
            trade=say(PART, "who-trade", trade=trade) if trade else "",
            contract=say(PART, "contract", number=number) if number else "",
        )
    )
    yield parts.title("cause-title")
    yield Paragraph(cause(case, citing))
    income = takings(case, means, citing)
    if income:
        yield parts.title("income-title")
        yield Paragraph(income)
    if means is not None:
        yield parts.title("means-title")
        yield Paragraph(_means(request, means, citing))
    yield parts.title("will-title")
    yield Paragraph(say(PART, "will"))
    yield Paragraph(say(PART, "truth"))
    listed = citing.line()
    if listed:
        yield Paragraph(word("exhibits", listed=listed), indent=False)
    yield Signature(word("declarant", name=request.identity.name), day_text(request.today))


def _means(request: Request, means: Means, citing: Citing) -> str:
    case, bad = request.case, means.bad
    lines = [(name, each.id) for name in ("income", "costs") for each in getattr(case, name)]
    return say(
        PART,
        "means" if bad.shop_income.value else "means-home",
        takings=_amount(bad.shop_income),
        shop=_either("shop", bad.shop),
        home_income=_amount(bad.home_income),
        home_costs=_amount(bad.home_costs),
        surplus=_either("surplus", bad.surplus),
        ground=citing.ground(*takings_paths(case), *lines),
    )


def _either(name: str, figure: Figure) -> str:
    fen = figure.fen or 0
    about = figure.estimated
    return say(PART, f"{name}-{'left' if fen >= 0 else 'short'}", amount=money(yuan(abs(fen)), about=about))


def _amount(figure: Figure) -> str:
    return money(yuan(figure.fen or 0), about=figure.estimated)

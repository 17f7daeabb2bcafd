"""The schedule of a plan as a document: every instalment with its day and parts, and how interest is counted."""

from collections.abc import Iterator

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Accrual
from negotiator_tui.documents.document import Block, Document, Paragraph, Table
from negotiator_tui.documents.letter import no_plan
from negotiator_tui.documents.letter_request import older_parts
from negotiator_tui.documents.making import Figured, Kind, Made, Needed, Request, contract_words, figured
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import day_text, money, you
from negotiator_tui.finance.asks import asks_of
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.offer import Outcome
from negotiator_tui.finance.schedule import Row, Schedule
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, fault
from negotiator_tui.text.rates import format_rate

PART = "schedule"
_COLUMNS = ("n", "due", "payment", "principal", "interest", "balance")
_WIDTHS = (8, 20, 18, 18, 17, 19)


def schedule_table(request: Request) -> Made | Needed:
    """The schedule of what is asked for about one debt."""
    debt = request.debt
    if debt is None:
        return Needed(fault("documents.no-debt"), (("debts",),))
    asks = asks_of(request.case, debt, request.today)
    if asks is None:
        return no_plan()
    term, outcome = asks.first, asks.first.outcome
    if isinstance(outcome, Fault):
        return Needed(outcome, () if term.needs is None else (term.needs,))
    document = Document(say(PART, "title"), tuple(_blocks(request, debt, outcome)))
    return Made(Kind.SCHEDULE, document, tuple(_figures(outcome)), (), debt.name or "")


def _figures(outcome: Outcome) -> Iterator[Figured]:
    yield figured("principal", outcome.balance)
    yield word("figure-months"), str(len(outcome.payments_fen))
    yield figured("total", outcome.total_paid)


def _blocks(request: Request, debt: Debt, outcome: Outcome) -> Iterator[Block]:
    made = outcome.schedule
    number = contract_words(debt, request.identity)
    yield Paragraph(say(PART, "about", lender=debt.lender or debt.name, contract=number), indent=False)
    yield Paragraph(
        say(
            PART,
            "about-plan",
            principal=money(outcome.balance),
            rate=_convention(made),
            months=str(len(outcome.payments_fen)),
            first_due=day_text(made.dues[0]) if made.dues else None,
        ),
        indent=False,
    )
    yield _table(made)
    yield Paragraph("".join(_remarks(debt, outcome)), indent=False, small=True)


def _table(made: Schedule) -> Table:
    rows = tuple(_cells(row) for row in made.rows)
    sums = (made.payment_fen, made.principal_fen, made.interest_fen)
    total = (say(PART, "total"), "", *(money(yuan(sum(column))) for column in sums), "")
    head = tuple(say(PART, f"head-{name}") for name in _COLUMNS)
    return Table(head, (*rows, total), _WIDTHS, frozenset({2, 3, 4, 5}), frozenset({len(rows)}))


def _cells(row: Row) -> tuple[str, ...]:
    amounts = (row.payment, row.principal, row.interest, row.balance)
    return (str(row.n), format_date(row.due) if row.due else "", *map(money, amounts))


def _convention(made: Schedule) -> str:
    found = made.convention
    if not found.annual:
        return say(PART, "rate-none")
    rate = format_rate(found.annual)
    if found.accrual is Accrual.DAILY:
        return say(PART, "rate-daily", rate=rate, year_days=str(found.year_days or 360))
    return say(PART, "rate-monthly", rate=rate)


def _remarks(debt: Debt, outcome: Outcome) -> Iterator[str]:
    made, proposal = outcome.schedule, outcome.proposal
    if made.convention.first_days is not None and made.convention.annual:
        yield say(PART, "first-days", days=str(made.convention.first_days))
    if outcome.parked and made.terms.start is not None:
        parts = tuple(older_parts(outcome))
        entry = "older" if any(name == "older-penalty" for name, _, _ in parts) else "older-interest"
        older = money(outcome.parked, about=any(about for _, _, about in parts))
        yield say(PART, entry, start=day_text(made.terms.start), older=older)
    if proposal.paid_now:
        yield say(PART, "paid-now", paid_now=money(proposal.paid_now))
    if proposal.penalty_waived or proposal.interest_waived:
        yield say(PART, "waived")
    yield say(PART, "rounding", you=you(debt.lender))

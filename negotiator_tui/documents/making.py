"""What a document is made from, and what comes of it: the document, or what is still missing for it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.edit import Path
from negotiator_tui.case.identity import Identity
from negotiator_tui.case.kinds import Shape
from negotiator_tui.case.questions import question
from negotiator_tui.documents.document import Document
from negotiator_tui.documents.templates import word
from negotiator_tui.documents.wording import money
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_, Lang, t

declare(
    {
        "documents.missing": N_("This cannot be made yet. Still missing: {what}."),
        "documents.no-debt": N_("Please say which debt this is about."),
        "documents.no-plan": N_("The plan to ask for has no terms for this debt yet. Make them on the page of plans."),
        "documents.no-order": N_("No payment order is written down yet. Write it on the page of court papers first."),
        "documents.nothing": N_("There is nothing to put into this yet. Begin with what comes in and goes out."),
        "documents.short": N_("This plan is {amount} short in {month}. Change it before you ask for it."),
        "documents.short-bad": N_(
            "In a bad month this plan is {amount} short in {month}. Change it before you ask for it."
        ),
        "documents.no-means": N_(
            "Income, costs or a debt are not complete, so nothing is said about what can be paid a month."
        ),
        "documents.order-late": N_(
            "By the day it was received the fifteen days are over. Call the court and 12348 today."
        ),
        "documents.debts-listed": N_("All debts are listed in it. Hand it over only where the lender asked for them."),
    }
)

REPLY_DAYS = 15
"""Days a document gives for an answer, unless another day is named."""
LENT = frozenset({Shape.LOAN, Shape.CARD, Shape.BILL})
"""Shapes with a contract or card number."""

Figured = tuple[str, str]
"""What an amount is, and the amount as it stands in the document."""


class Kind(StrEnum):
    """The documents there are."""

    LETTER = "letter"
    STATEMENT = "statement"
    SCHEDULE = "schedule"
    HARDSHIP = "hardship"
    BREAKDOWN = "breakdown"
    CONFIRM = "confirm"
    OBJECTION = "objection"
    COMPLAINT = "complaint"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `lang` is the language of what is said to the borrower; the document itself is Chinese.

    `with_debts` lists the other debts in a statement.
    """

    case: Case
    today: date
    debt: Debt | None = None
    identity: Identity = field(default_factory=Identity)
    lang: Lang = "zh_Hans"
    with_debts: bool = False
    reply_by: date | None = None

    @property
    def answer_by(self) -> date:
        """The day an answer is asked for."""
        return self.reply_by or self.today + timedelta(days=REPLY_DAYS)


@dataclass(frozen=True, slots=True)
class Made:
    """A document, its amounts, and what the borrower should know before it goes out. `about` is the debt's name."""

    kind: Kind
    document: Document
    figures: tuple[Figured, ...] = ()
    remarks: tuple[Fault, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """Why a document cannot be made yet, in one sentence, and where what is missing is answered."""

    fault: Fault
    paths: tuple[Path, ...] = ()


def needed(request: Request, debt: Debt, names: tuple[str, ...]) -> Needed:
    """These answers of a debt are missing."""
    labels = [t(request.lang, question(Debt, name).ask.label) for name in names]
    what = t(request.lang, N_(", ")).join(labels)
    return Needed(fault("documents.missing", what=what), tuple(("debts", debt.id, name) for name in names))


def is_guess(debt: Debt, name: str) -> bool:
    """Whether an answer of a debt was marked as a guess."""
    return name in debt.estimated


def figured(label: str, amount: Decimal, *, about: bool = False) -> Figured:
    """An amount of a document under its word in `words.toml`."""
    return word(f"figure-{label}"), money(amount, about=about)


def contract_words(debt: Debt, identity: Identity) -> str:
    """The number of the contract or card: all of it where it was typed, else its last four digits."""
    if debt.shape not in LENT:
        return ""
    number = identity.number or word("contract-tail", tail=debt.contract_tail or None)
    return word("card" if debt.shape is Shape.CARD else "contract", number=number)

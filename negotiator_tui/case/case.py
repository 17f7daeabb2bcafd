"""The whole case: a frozen tree of answers that is edited by copy."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from negotiator_tui.case.agreed import Agreement, Payment, Review
from negotiator_tui.case.base import Item, Table
from negotiator_tui.case.court import Court
from negotiator_tui.case.debts import Debt, Missed
from negotiator_tui.case.first import Borrower, BudgetAnswers, First, Hardship, WeekItem
from negotiator_tui.case.former import with_papers
from negotiator_tui.case.lines import Cost, Income
from negotiator_tui.case.materials import Material, OwnMonth, Party, Sent, Statement
from negotiator_tui.case.offers import NewLoan, Offer
from negotiator_tui.case.paid import Paid
from negotiator_tui.case.plans import Ladder, Plan, Rung, Term
from negotiator_tui.case.talks import Contact

SCHEMA = 1


class Place(BaseModel):
    """Where the borrower was: page id and the path of the row, by its parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str = "first"
    path: tuple[str, ...] = ()


class Case(BaseModel):
    """Everything the borrower has answered. Nothing derived is stored."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: int = Field(default=SCHEMA, alias="schema", ge=1)
    first: First = First()
    borrower: Borrower = Borrower()
    hardship: Hardship = Hardship()
    budget: BudgetAnswers = BudgetAnswers()
    week: tuple[WeekItem, ...] = ()
    debts: tuple[Debt, ...] = ()
    missed: tuple[Missed, ...] = ()
    income: tuple[Income, ...] = ()
    costs: tuple[Cost, ...] = ()
    plans: tuple[Plan, ...] = ()
    terms: tuple[Term, ...] = ()
    materials: tuple[Material, ...] = ()
    contacts: tuple[Contact, ...] = ()
    offers: tuple[Offer, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    payments: tuple[Payment, ...] = ()
    reviews: tuple[Review, ...] = ()
    paid: tuple[Paid, ...] = ()
    court: tuple[Court, ...] = ()
    sent: tuple[Sent, ...] = ()
    statements: tuple[Statement, ...] = ()
    own_months: tuple[OwnMonth, ...] = ()
    parties: tuple[Party, ...] = ()
    new_loans: tuple[NewLoan, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    rungs: tuple[Rung, ...] = ()
    ids: dict[str, int] = {}
    """The highest number ever given out in each list, so that no id comes twice."""
    place: Place = Place()

    @model_validator(mode="before")
    @classmethod
    def _as_it_was(cls, raw: Any) -> Any:
        return with_papers(raw)


TABLES: dict[str, type[Table]] = {"first": First, "borrower": Borrower, "hardship": Hardship, "budget": BudgetAnswers}
"""The single tables, by their name in the file."""

LISTS: dict[str, type[Item]] = {
    "week": WeekItem,
    "debts": Debt,
    "missed": Missed,
    "income": Income,
    "costs": Cost,
    "plans": Plan,
    "terms": Term,
    "materials": Material,
    "contacts": Contact,
    "offers": Offer,
    "agreements": Agreement,
    "payments": Payment,
    "reviews": Review,
    "paid": Paid,
    "court": Court,
    "sent": Sent,
    "statements": Statement,
    "own_months": OwnMonth,
    "parties": Party,
    "new_loans": NewLoan,
    "ladders": Ladder,
    "rungs": Rung,
}
"""The lists, by their name in the file."""

PREFIXES: dict[str, str] = {
    "week": "w",
    "debts": "d",
    "missed": "m",
    "income": "i",
    "costs": "c",
    "plans": "p",
    "terms": "t",
    "materials": "e",
    "contacts": "k",
    "offers": "o",
    "agreements": "a",
    "payments": "y",
    "reviews": "r",
    "paid": "v",
    "court": "j",
    "sent": "s",
    "statements": "b",
    "own_months": "h",
    "parties": "n",
    "new_loans": "l",
    "ladders": "f",
    "rungs": "g",
}
"""The letter an id begins with, by list."""

BELONGS: dict[str, dict[str, str]] = {
    "missed": {"debt": "debts"},
    "terms": {"plan": "plans", "debt": "debts"},
    "contacts": {"debt": "debts", "corrects": "contacts", "evidence": "materials"},
    "offers": {"debt": "debts", "rung": "rungs"},
    "agreements": {"debt": "debts"},
    "payments": {"agreement": "agreements"},
    "paid": {"debt": "debts"},
    "court": {"debt": "debts"},
    "sent": {"debt": "debts"},
    "ladders": {"debt": "debts"},
    "rungs": {"ladder": "ladders"},
}
"""Which field of a list names an item of which other list."""

PARTS_OF = {
    "missed": "debt",
    "paid": "debt",
    "terms": "plan",
    "payments": "agreement",
    "ladders": "debt",
    "rungs": "ladder",
}
"""Lists whose items are parts of another item and go with it."""


def items_of(case: Case, name: str) -> tuple[Any, ...]:
    """The items of the list `name`."""
    items: tuple[Any, ...] = getattr(case, name)
    return items


def find(case: Case, name: str, item_id: str) -> Any | None:
    """The item of list `name` with this id, or None."""
    return next((item for item in items_of(case, name) if item.id == item_id), None)

"""After a refusal: where what a reason needs is made, and what paying a part would go to."""

from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Refusal
from negotiator_tui.finance.claim import balance_of, claim
from negotiator_tui.finance.claim_payment import apply_payment
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.view import View

INDENT = 2
EXAMPLE = Decimal(1000)
"""What a part payment is shown with where no sum was named."""

_WAYS: dict[Refusal, tuple[tuple[str, str], ...]] = {
    Refusal.NO_SERVICE: (("documents", N_("The letter, and the request for a breakdown")),),
    Refusal.NO_AUTHORITY: (("log", N_("Write down name, number and the day they call back")),),
    Refusal.PAY_FIRST: (("documents", N_("Ask them to confirm in writing what the payment buys")),),
    Refusal.SYSTEM: (
        ("statements", N_("New statements to hand in")),
        ("documents", N_("Income and spending, brought up to date")),
    ),
    Refusal.CLEAR_ARREARS: (("plan", N_("A plan with the arrears in it")),),
    Refusal.TOO_SHORT: (
        ("picture", N_("Which month breaks")),
        ("documents", N_("The schedule of the plan")),
    ),
    Refusal.GUARANTOR: (("agreement", N_("The clauses about signatures and guarantees")),),
    Refusal.TRANSFERRED: (
        ("log", N_("Write down who called, and which company they named")),
        ("urgent", N_("Somebody wants money first, or another account")),
    ),
    Refusal.SILENCE: (
        ("log", N_("What was sent when, and what came back")),
        ("documents", N_("The letter, through another channel")),
    ),
    Refusal.WILL_SUE: (
        ("court", N_("Court papers: what came, and its days")),
        ("documents", N_("Income and spending, for mediation")),
    ),
    Refusal.JUDGMENT: (
        ("court", N_("Write down the judgment or the notice of enforcement")),
        ("documents", N_("Income and living costs, for the court")),
    ),
    Refusal.UNLICENSED: (
        ("urgent", N_("Threats: what to do first")),
        ("conduct", N_("How they collected, day by day")),
    ),
    Refusal.CANNOT_CARRY: (
        ("shop", N_("The shop: change, rest or close, in figures")),
        ("documents", N_("Income and spending on one page")),
    ),
}
"""By reason the pages where what it needs is made, with what is made there."""


def way_rows(view: View, reason: Refusal) -> list[r.Row]:
    """The ways a reason leads on to."""
    return [r.ActionRow(f"way.{reason}.{page}", view.t(words), target=r.Target(page)) for page, words in _WAYS[reason]]


def part_rows(view: View, about: tuple[Debt, Decimal | None] | None) -> list[r.Row]:
    """What of a part payment would go to costs and interest, and what would be left for principal (Civil Code 561)."""
    if about is None or balance_of(about[0]) is None:
        return []
    debt, named = about
    amount = named if named else EXAMPLE
    owed = claim(debt, view.case.missed, view.today)
    likely = owed.likely
    principal = likely.outstanding
    used = apply_payment(amount, debt.fees_due or Decimal(0), likely.total - principal, principal)
    words = view.t(
        N_(
            "Of {amount} to {name}, {costs} would go to costs, {interest} to interest and penalty, {principal} to principal."
        ),
        amount=view.money(amount),
        name=debt_name(view, debt.id),
        costs=view.money(used.costs),
        interest=view.money(used.interest),
        principal=view.money(used.principal),
    )
    care = view.t(N_("Unless something else is agreed in writing: ask them to write what it is set against."))
    if owed.decides or owed.missing:
        words = view.t(N_("{words} (roughly, until the lender's breakdown is there)"), words=words)
    return [r.Note(words, indent=INDENT), r.Note(care, "dim", INDENT)]

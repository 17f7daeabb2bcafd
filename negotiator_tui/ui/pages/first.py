"""The first ten minutes, and hardship: nothing but questions in their order."""

from negotiator_tui.case.first import First
from negotiator_tui.case.questions import question
from negotiator_tui.finance.cash_free import musts_of
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.pages.forms import form, in_place
from negotiator_tui.ui.view import View, ask_row


def first(view: View) -> list[r.Row]:
    """Eight questions, and the way to the one page they are for."""
    answers = view.case.first

    def ask(name: str) -> r.AskRow:
        return ask_row(answers, ("first",), question(First, name))

    return [
        r.Heading(view.t(N_("Steady first")), view.t(N_("eight questions, about eight minutes"))),
        r.Note(
            view.t(N_("Roughly is enough. What you don't know can stay open: press ? there.")),
            "dim",
        ),
        ask("urgent"),
        ask("fear"),
        r.Heading(view.t(N_("What must be paid within seven days"))),
        *in_place(view, "week", view.t(N_("stock, wages, rent, power, a doctor"))),
        *_other_days(view),
        ask("cash_at_hand"),
        r.Heading(view.t(N_("Whom do you owe?")), view.t(N_("name and rough amount are enough for now"))),
        *in_place(view, "debts", view.t(N_("a loan, the card, rent owed, a supplier, family"))),
        r.Heading(view.t(N_("In a month, roughly"))),
        ask("takings"),
        ask("shop_costs"),
        ask("home_costs"),
        r.Blank(),
        r.ActionRow(
            "today",
            view.t(N_("See what this means for today")),
            view.t(N_("one page")),
            target=r.Target("today"),
        ),
        r.ActionRow(
            "debts",
            view.t(N_("More about each debt")),
            view.t(N_("a page each; it can wait")),
            target=r.Target("debts"),
        ),
        r.Heading(view.t(N_("If there is time"))),
        *(ask(name) for name in ("trading_float", "takings_account", "essentials_account")),
        *form(view, view.case.borrower, ("borrower",)),
    ]


def _other_days(view: View) -> list[r.Row]:
    """What is listed for the week but is not due in it is said, as it is left out of its sum."""
    counted = {item.id for item in musts_of(view.case, view.today)}
    others = [item.name or "-" for item in view.case.week if item.id not in counted]
    if not others:
        return []
    words = N_("Not within seven days from today, so not in the sum: {names}")
    return [r.Note(view.t(words, names=view.t(N_(", ")).join(others)), "dim")]


def hardship(view: View) -> list[r.Row]:
    """Three questions, asked last."""
    return [
        r.Heading(view.t(N_("What made it hard")), view.t(N_("a few short questions"))),
        r.Note(
            view.t(
                N_(
                    "Write only what is true and can be shown if possible. Nothing about blame; nothing nobody asked for."
                )
            ),
            "dim",
        ),
        *form(view, view.case.hardship, ("hardship",)),
    ]

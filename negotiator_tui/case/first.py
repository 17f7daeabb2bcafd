"""The first ten minutes, who is at the keyboard, hardship, and the few answers the budget needs beside its lines."""

from typing import Annotated

from negotiator_tui.case.ask import Ask
from negotiator_tui.case.base import Day, Item, Money, Month, Rate, Signed, Table
from negotiator_tui.case.kinds import Cause, CostGroup, Fear, Urgent, Who, YesNo
from negotiator_tui.text.language import N_


class First(Table):
    """Eight answers that are enough for one page about today."""

    urgent: Annotated[
        tuple[Urgent, ...] | None,
        Ask(
            N_("Is one of these happening today?"),
            N_("Choose all that apply; if none does, choose “none of these”. Each opens what to do about it."),
        ),
    ] = None
    fear: Annotated[
        Fear | None,
        Ask(N_("What are you most afraid of?"), N_("Only so that we look at that first. You can leave it empty.")),
    ] = None
    cash_at_hand: Annotated[
        Signed | None,
        Ask(
            N_("Money you can use now"),
            N_("Cash and all accounts together; roughly is enough."),
            unit=N_("yuan"),
            signed=True,
        ),
    ] = None
    takings: Annotated[
        Money | None,
        Ask(
            N_("What the shop takes in a month"),
            N_("WeChat, Alipay, cash and delivery payouts of the last month, roughly."),
            unit=N_("yuan"),
        ),
    ] = None
    shop_costs: Annotated[
        Money | None,
        Ask(
            N_("What the shop spends in a month"),
            N_("Stock, rent, utilities, wages. Without any debt instalments."),
            unit=N_("yuan"),
        ),
    ] = None
    home_costs: Annotated[
        Money | None,
        Ask(
            N_("What the family needs in a month"),
            N_("Food, housing, school, medicine. Without any debt instalments."),
            unit=N_("yuan"),
        ),
    ] = None
    trading_float: Annotated[
        Money | None,
        Ask(
            N_("Stock money that must stay"),
            N_("What the shop needs to open tomorrow. It is never counted as money for debts."),
            unit=N_("yuan"),
            level="more",
        ),
    ] = None
    takings_account: Annotated[
        str | None,
        Ask(
            N_("Where the shop's takings arrive"),
            N_("The account behind the payment code, for example a bank and the last four digits."),
            level="more",
        ),
    ] = None
    essentials_account: Annotated[
        str | None,
        Ask(
            N_("Where wages, rent and medicine money lies"),
            N_("To see whether an auto-debit can reach it."),
            level="more",
        ),
    ] = None


class WeekItem(Item):
    """Something that must be paid within the next seven days."""

    name: Annotated[str | None, Ask(N_("What for"), N_("Stock, wages, rent, a doctor."), required=True, column=16)] = (
        None
    )
    amount: Annotated[Money | None, Ask(N_("Amount"), unit=N_("yuan"), column=12)] = None
    day: Annotated[Day | None, Ask(N_("Which day"), N_("12-5, tomorrow, Friday."), prefer="future", column=12)] = None
    group: Annotated[
        CostGroup | None,
        Ask(N_("Kind"), N_("Wages, rent and medicine are kept out of the money you could pay with."), column=10),
    ] = None


class Borrower(Table):
    """Nearly empty on purpose: identity is typed when a letter is printed."""

    who: Annotated[
        Who | None,
        Ask(N_("Who is at the keyboard?"), N_("If you are helping somebody, words and hints are put accordingly.")),
    ] = None
    alias: Annotated[
        str | None,
        Ask(N_("A name for this case"), N_("Shown in the list of recent cases instead of the file name.")),
    ] = None
    trade: Annotated[str | None, Ask(N_("The business"), N_("A few words: noodle shop, online clothes shop."))] = None
    records: Annotated[
        YesNo | None,
        Ask(N_("Do you record calls?"), N_("The script says so to the other side only if you do."), level="more"),
    ] = None
    name: str | None = None
    id_number: str | None = None
    phone: str | None = None
    address: str | None = None
    """These four are there only where the borrower said that letters may find them here."""


class Hardship(Table):
    """Three questions, asked last."""

    since: Annotated[
        Month | None,
        Ask(N_("Since which month has it been clearly harder?"), N_("Roughly."), prefer="past"),
    ] = None
    cause: Annotated[
        Cause | None, Ask(N_("What mainly happened?"), N_("Only what is true and, if possible, can be shown."))
    ] = None
    words: Annotated[
        str | None,
        Ask(
            N_("In one sentence of your own"),
            N_("For example: since June the street has been dug up and fewer people pass."),
            long=True,
        ),
    ] = None
    takings_before: Annotated[
        Money | None,
        Ask(
            N_("Takings in a month before that"),
            N_("So that a call or letter can say from how much to how much."),
            unit=N_("yuan"),
            level="more",
        ),
    ] = None
    proof: Annotated[
        str | None,
        Ask(
            N_("What can show it?"),
            N_("A medical paper, a notice, statements side by side. Without any it is given as your own statement."),
        ),
    ] = None


class BudgetAnswers(Table):
    """What a budget needs beside its lines."""

    worst_takings: Annotated[
        Money | None,
        Ask(
            N_("Takings of a rather bad month"),
            N_(
                "The worst month of the last six. Plans are tested against it; without it 80 % of a normal month is used."
            ),
            unit=N_("yuan"),
        ),
    ] = None
    tax_percent: Annotated[
        Rate | None,
        Ask(
            N_("Tax to put aside"),
            N_("Percent of what the shop earns. Leave empty if nothing is due."),
            unit="%",
            level="more",
        ),
    ] = None
    reserve: Annotated[
        Money | None,
        Ask(
            N_("Kept for emergencies each month"),
            N_("Ten percent of what is left is kept in any case; a larger sum of your own replaces it."),
            unit=N_("yuan"),
            level="more",
        ),
    ] = None
    close_deposit: Annotated[
        Money | None,
        Ask(
            N_("Deposits that would come back"),
            N_("Only for the sum of what closing would cost. Nothing follows from it."),
            unit=N_("yuan"),
            level="more",
            opens=N_("If the shop were ever closed"),
        ),
    ] = None
    close_stock: Annotated[
        Money | None,
        Ask(N_("What stock and equipment would bring"), N_("Sold off, roughly."), unit=N_("yuan"), level="more"),
    ] = None
    close_lease: Annotated[
        Money | None,
        Ask(
            N_("To get out of the lease"),
            N_("The penalty in the lease. Without an answer the rent until it ends is counted."),
            unit=N_("yuan"),
            level="more",
        ),
    ] = None
    close_wages: Annotated[
        Money | None,
        Ask(N_("Last wages and compensation"), N_("What staff would have to be paid."), unit=N_("yuan"), level="more"),
    ] = None
    lease_until: Annotated[Day | None, Ask(N_("The lease of the shop runs until"), level="more", prefer="future")] = (
        None
    )

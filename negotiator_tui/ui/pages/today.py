"""The one page about today: the week before the debts, what an overdue loan really costs, what to do and what not."""

from datetime import timedelta
from decimal import Decimal

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.finance.cash_sweeps import Sweep
from negotiator_tui.finance.claim import Claim, claim
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure, total
from negotiator_tui.finance.week import Week, week
from negotiator_tui.guide.conditions import About, contacted
from negotiator_tui.guide.pages import Today, holding_debt, today_page
from negotiator_tui.guide.script import holding_message
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.debt_claim import claim_figure
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import distress, facts_of, grounds, open_answers, steps, told
from negotiator_tui.ui.pages.message_sent import message_sent_row
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.view import View

_SWEEPS = 4
_COSTS = 4
"""Overdue loans whose cost is shown on this page."""
_PENALTY = {N_("Penalty as stated"), N_("Penalty since then"), N_("Penalty so far")}
"""The parts of a claim that are penalty."""


def today(view: View) -> list[r.Row]:
    """This week, the cost of waiting, the accounts a debit can reach, three things to do, five not to do, a message."""
    weeks = week(view.case, view.today)
    said = today_page(view.case, view.today, view.lang)
    return [
        *_week(view, weeks),
        *_overdue(view),
        *_sweeps(view, weeks.sweeps),
        *_doing(view, said),
        *_message(view),
        r.Blank(),
        *told(said.closing),
        *distress(view),
    ]


def _week(view: View, found: Week) -> list[r.Row]:
    rows: list[r.Row] = [
        r.Heading(view.t(N_("This week")), view.t(N_("until {day}"), day=_day_in_a_week(view))),
        r.Note((Span(_week_sentence(view, found), "strong"),)),
    ]
    if found.musts.value is None:
        return [*rows, _to(view, N_("Write down what must be paid this week"), ("week", ""))]
    rows.append(r.FigureRow(found.musts))
    if found.cash.value is None:
        return [*rows, *open_answers(view, [("first", "cash_at_hand")])]
    rows.append(r.FigureRow(found.cash))
    if found.gap.value:
        rows.append(r.FigureRow(found.gap, style="accent"))
    if found.dues.value and found.gap_with_dues.value:
        rows.append(
            r.FigureRow(found.gap_with_dues, view.t(N_("if all debts due this week were paid as well")), style="accent")
        )
    return rows


def _week_sentence(view: View, found: Week) -> str:
    if found.musts.value is None:
        return view.t(N_("It is not written down yet what must be paid within seven days."))
    musts = view.money(found.musts.value)
    if found.cash.value is None:
        return view.t(N_("{musts} yuan must be paid within seven days."), musts=musts)
    cash = view.money(found.cash.value)
    if found.gap.value is None:
        return view.t(
            N_("{musts} yuan must be paid within seven days; about {cash} is at hand."), musts=musts, cash=cash
        )
    if found.gap.value:
        return view.t(
            N_("{musts} yuan must be paid within seven days, about {cash} is at hand: {gap} short."),
            musts=musts,
            cash=cash,
            gap=view.money(found.gap.value),
        )
    return view.t(
        N_("{musts} yuan must be paid within seven days, about {cash} is at hand: enough for that."),
        musts=musts,
        cash=cash,
    )


def _overdue(view: View) -> list[r.Row]:
    """What each overdue loan costs so far and a day; of one with an agreement, nothing is said by the old contract.

    The first few; what the others cost stands on their own pages.
    """
    agreed = {each.debt for each in view.case.agreements if each.signed_on is not None}
    found = [
        debt
        for debt in view.case.debts
        if debt.shape is Shape.LOAN and debt.overdue is YesNo.YES and debt.id not in agreed
    ]
    if not found:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("What being overdue costs")))]
    for debt in found[:_COSTS]:
        rows += _cost(view, debt, claim(debt, view.case.missed, view.today))
    if len(found) > _COSTS:
        words = view.t(N_("{count} more overdue loans: each has its page"), count=len(found) - _COSTS)
        rows.append(r.ActionRow("overdue", words, target=r.Target("debts")))
    return rows


def _cost(view: View, debt: Debt, owed: Claim) -> list[r.Row]:
    name = debt_name(view, debt.id)
    days = view.t(N_("{name}, overdue {days} days"), name=name, days=owed.overdue_days)
    rows: list[r.Row] = [r.Note((Span(days if owed.overdue_days else name, "strong"),))]
    if debt.rate is None or owed.missing:
        missing: list[tuple[str, ...]] = [("debts", debt.id, field) for field in owed.missing]
        if debt.rate is None and ("debts", debt.id, "rate") not in missing:
            missing.append(("debts", debt.id, "rate"))
        rows.append(r.Note(view.t(N_("To count the penalty, this is missing:")), "dim"))
        return [*rows, *open_answers(view, missing)]
    likely = owed.likely
    rows.append(
        r.FigureRow(_penalty(debt, owed), view.t(N_("{daily} more each day"), daily=view.money(likely.penalty_per_day)))
    )
    rows.append(
        r.Note(
            view.t(
                N_(
                    "The penalty takes the place of the contract's interest on what is overdue; the rest goes on at its rate."
                )
            ),
            "dim",
        )
    )
    if owed.decides:
        rows += _range(view, debt, owed)
    return rows


def _penalty(debt: Debt, owed: Claim) -> Figure:
    """All penalty so far: what the lender stated and what has run since."""
    parts = tuple(part for part in claim_figure(debt, owed).parts if part.label in _PENALTY)
    return total(N_("Penalty so far"), parts) if parts else Figure(N_("Penalty so far"), owed.likely.penalty_so_far)


def _range(view: View, debt: Debt, owed: Claim) -> list[r.Row]:
    """What the open lines of the contract can change, and the way to each of them."""
    low, high = owed.low.penalty_per_day, owed.high.penalty_per_day
    rows: list[r.Row] = []
    if owed.instalment_only is not None and owed.whole_loan is not None and _open_base(owed):
        rows.append(
            r.Note(
                view.t(
                    N_(
                        "If only the overdue instalment counts, {low} a day; if the whole loan was called due, {high} a day."
                    ),
                    low=view.money(owed.instalment_only.penalty_per_day),
                    high=view.money(owed.whole_loan.penalty_per_day),
                )
            )
        )
    elif low != high:
        rows.append(
            r.Note(
                view.t(
                    N_("Until the contract is read: between {low} and {high} a day."),
                    low=view.money(min(low, high)),
                    high=view.money(max(low, high)),
                )
            )
        )
    rows.append(r.Note(view.t(N_("The contract decides, under breach:")), "dim"))
    return [*rows, *open_answers(view, [("debts", debt.id, field) for field in owed.decides])]


def _open_base(owed: Claim) -> bool:
    return bool({"penalty_base", "accelerated_on"} & set(owed.decides))


def _sweeps(view: View, found: tuple[Sweep, ...]) -> list[r.Row]:
    """Which accounts an automatic debit can empty, and when."""
    if not found:
        return []
    aside = "" if all(each.sure for each in found) else view.t(N_("until you know, it is taken as yes"))
    rows: list[r.Row] = [r.Heading(view.t(N_("What may be debited this week")), aside)]
    for each in found[:_SWEEPS]:
        rows.append(r.Note(_sweep_sentence(view, each), "warn" if each.takings or each.essentials else ""))
        if each.takings or each.essentials:
            reached = N_("It reaches the account the takings arrive in.")
            if not each.takings:
                reached = N_("It reaches the money for wages, rent or medicine.")
            rows.append(r.Note(view.t(reached), "warn", indent=2))
        if not each.sure:
            rows += open_answers(view, [("debts", each.debt, "autodebit")])
    if len(found) > _SWEEPS:
        rows.append(r.Note(view.t(N_("and {count} more"), count=len(found) - _SWEEPS), "dim"))
    return [*rows, *_takings(view, found)]


def _takings(view: View, found: tuple[Sweep, ...]) -> list[r.Row]:
    """Where it cannot be told whether a debit reaches the takings: what to compare, or the answer that is not there."""
    if all(each.takings is not None or not each.accounts for each in found):
        return []
    account = view.case.first.takings_account
    if not account:
        return open_answers(view, [("first", "takings_account")])
    words = N_("The takings arrive here: {account}. Look whether it is one of the accounts above.")
    return [r.Note(view.t(words, account=account), "dim")]


def _sweep_sentence(view: View, each: Sweep) -> str:
    name = each.name or view.t(N_("unnamed debt"))
    amount = view.money(_yuan(each.fen)) or view.t(N_("an unknown sum"))
    accounts = each.accounts or view.t(N_("accounts not named yet"))
    if each.day is None and each.fen is None:
        words = N_("{name}: overdue, so any day; how much is not known; from {accounts}")
        return view.t(words, name=name, accounts=accounts)
    if each.day is None:
        return view.t(
            N_("{name}: overdue, so any day; up to {amount} from {accounts}"),
            name=name,
            amount=amount,
            accounts=accounts,
        )
    return view.t(
        N_("{name}: on {day}, {amount} from {accounts}"),
        name=name,
        day=format_date(each.day),
        amount=amount,
        accounts=accounts,
    )


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else yuan(fen)


def _doing(view: View, said: Today) -> list[r.Row]:
    rows: list[r.Row] = [r.Heading(view.t(N_("Three things today"))), *steps("do", said.do)]
    rows.append(r.Heading(view.t(N_("Five not to do"))))
    rows += [row for note in said.dont for row in told(note, mark="- ")]
    return [*rows, *grounds(view, "today", facts_of((*said.do, *said.dont)))]


def _message(view: View) -> list[r.Row]:
    """The first message: it asks for a breakdown and a number and promises no sum."""
    debt = holding_debt(view.case, view.today)
    if debt is None:
        return []
    text = holding_message(view.case, debt, view.today, view.lang)
    return [
        r.Heading(
            view.t(N_("A message to send now")),
            view.t(N_("to {name}; it promises no sum"), name=debt_name(view, debt.id)),
        ),
        r.Note(text, indent=2),
        r.ActionRow(
            "copy", view.t(N_("Copy it")), view.t(N_("Ctrl+T; read it once more")), command="copy", argument=text
        ),
        *([] if contacted(About(view.case, view.today, debt)) else [message_sent_row(view, debt)]),
        r.ActionRow("script", view.t(N_("What to say on the phone")), target=r.Target("script")),
    ]


def _to(view: View, msgid: str, path: tuple[str, ...]) -> r.Row:
    return r.ActionRow(".".join(path), view.t(msgid), target=target_of(path, view.case))


def _day_in_a_week(view: View) -> str:
    return format_date(view.today + timedelta(days=7))

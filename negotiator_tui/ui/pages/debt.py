"""What follows from a debt: what it comes to today and each day, what to ask, what may follow, how it is handled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from negotiator_tui.case.base import Item
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Shape, YesNo
from negotiator_tui.case.questions import question
from negotiator_tui.finance.budget_dues import signed_agreement
from negotiator_tui.finance.claim import MULTIPLIERS, Claim, balance_of, claim
from negotiator_tui.finance.claim_reading import Reading
from negotiator_tui.finance.fen import to_cent, to_fen, yuan
from negotiator_tui.finance.figure import Figure, less, total, unanswered
from negotiator_tui.finance.plan_basis import basis_of
from negotiator_tui.finance.plan_contract import Contract, contract_of
from negotiator_tui.finance.rates import LINE_24, annual_range, penalty_percent
from negotiator_tui.finance.schedule import Row as Instalment
from negotiator_tui.guide.content import title
from negotiator_tui.guide.deadlines import deadline_facts, deadline_sentence, deadlines
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.facts import facts_for
from negotiator_tui.guide.pages import autodebit_page, consequence, debt_help
from negotiator_tui.guide.script import to_ask
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.text.rates import format_rate
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Line, Span, fit, line, right
from negotiator_tui.ui.pages.forms import in_place
from negotiator_tui.ui.pages.guided import fact_rows, grounds, open_answers, told_all
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.pages.plan_term import said
from negotiator_tui.ui.view import View

SHOWN = 3
"""Questions and instalments that stand in the open; the rest is folded."""
_NEAR = timedelta(days=7)
_DATE = 11


def extras(view: View, debt: Item) -> list[r.Row]:
    """What follows from the debt's answers, the sum first; what is not known is named with the answer it waits for."""
    if not isinstance(debt, Debt):
        return []
    if debt.shape is None:
        words = view.t(N_("Once the kind is chosen, what it comes to and what can be done stands here."))
        target = target_of(("debts", debt.id, "shape"), view.case)
        return [r.Blank(), r.ActionRow("shape", words, target=target, style="dim")]
    rows = [*_agreed(view, debt), *_owed(view, debt)]
    rows.append(_speak(view, debt))
    if institution(debt):
        rows += _asks(view, debt)
    if debt.shape is Shape.LOAN:
        rows += _missed(view, debt)
    rows += _if_unpaid(view, debt)
    if debt.shape is Shape.LOAN:
        rows += _contract(view, debt)
    if institution(debt) and debt.autodebit is not YesNo.NO:
        rows += _folded(view, f"autodebit.{debt.id}", N_("Automatic debit: what to ask, what can be done"), _autodebit)
    return [*rows, *_about(view, debt)]


def _agreed(view: View, debt: Debt) -> list[r.Row]:
    """That an agreement stands in the contract's place, and the way to it."""
    agreement = signed_agreement(view.case, debt.id)
    if agreement is None:
        return []
    words = view.t(N_("This debt has an agreement; its terms count"))
    return [r.Blank(), r.ActionRow("agreed", words, target=r.Target("item", ("agreements", agreement.id)))]


# -- what is owed ------------------------------------------------------------------------------------------------


def _owed(view: View, debt: Debt) -> list[r.Row]:
    rows: list[r.Row] = [r.Heading(view.t(N_("What is owed today")), format_date(view.today))]
    found = claim(debt, view.case.missed, view.today)
    if balance_of(debt) is None:
        rows.append(r.Note(view.t(N_("What is owed can be counted once it is known how much is left.")), "dim"))
        rows += open_answers(view, [("debts", debt.id, "outstanding")])
    else:
        figure = claim_figure(debt, found)
        days = view.t(N_("overdue {days} days"), days=found.overdue_days) if found.overdue_days else ""
        rows.append(r.FigureRow(figure, days, "strong"))
        if debt.shape is Shape.LOAN:
            rows += _each_day(view, debt, found)
        if len(figure.parts) > 1:
            rows += [r.FigureRow(part) for part in figure.parts]
        if debt.shape is Shape.LOAN:
            rows += [*_open(view, debt, found), _compare(view, debt)]
    if debt.shape in {Shape.CARD, Shape.BILL}:
        words = view.t(N_("Interest and fees since then are on the statement; they are not counted here."))
        rows.append(r.Note(words, "dim"))
    if debt.shape is Shape.UNVERIFIED and debt.to_repay is not None and debt.received is not None:
        back = Figure(N_("What they want back"), debt.to_repay, source=("debts", debt.id, "to_repay"))
        arrived = Figure(N_("What really arrived"), debt.received, source=("debts", debt.id, "received"))
        rows.append(r.FigureRow(less(N_("Asked for beyond what arrived"), back, arrived)))
    return rows


def _compare(view: View, debt: Debt) -> r.Row:
    """The way to the balance worked out again."""
    words = view.t(N_("Does the lender's figure agree?"))
    hint = view.t(N_("worked out again, line by line"))
    return r.ActionRow("balance", words, hint, command="open-balance", argument=debt.id)


def claim_figure(debt: Debt, found: Claim) -> Figure:
    """What is owed on the day of the claim, by its parts; what an answer is missing for is marked with it."""
    reading, loan = found.likely, debt.shape is Shape.LOAN
    owed = Figure(
        N_("Principal") if loan else N_("Still owed"),
        reading.outstanding,
        estimated="outstanding" in debt.estimated,
        source=("debts", debt.id, "outstanding") if debt.outstanding is not None else None,
    )
    interest = Figure(N_("Overdue interest"), reading.overdue_interest, estimated=found.worked_out)
    stated = Figure(N_("Penalty as stated"), reading.penalty_due, source=("debts", debt.id, "penalty_due"))
    compound = Figure(N_("Interest on unpaid interest"), reading.compound)
    said_so = [each for each in (interest, stated) if each.value]
    since = (_interest_since(debt, found), _penalty_since(debt, found)) if loan else ()
    counted = [each for each in (*since, compound) if each.value or each.missing]
    return total(N_("Owed today"), (owed, *said_so, *counted))


def _interest_since(debt: Debt, found: Claim) -> Figure:
    label, missing = N_("Interest since the last due day"), _paths(debt, found, "rate", "rate_per")
    if missing:
        return unanswered(label, missing[0])
    return Figure(
        label,
        found.likely.normal_interest,
        estimated="year_days" in found.decides,
        missing=_paths(debt, found, "next_due"),
        note=N_("on what is not overdue"),
    )


def _penalty_since(debt: Debt, found: Claim) -> Figure:
    reading = found.likely
    label = N_("Penalty since then") if reading.penalty_due else N_("Penalty so far")
    missing = _paths(debt, found, "overdue", "overdue_principal")
    if missing and not reading.penalty:
        return unanswered(label, missing[0])
    parts = (
        Figure(N_("Bears penalty"), reading.base),
        Figure(N_("Penalty a day"), reading.penalty_per_day),
    )
    return Figure(
        label,
        reading.penalty,
        parts=parts,
        estimated=found.is_range or found.worked_out,
        missing=missing,
        note=N_("by the day, {times} times the contract's rate, in a year of {days} days"),
        args=(("times", format_rate(reading.multiplier)), ("days", str(reading.year_days))),
    )


def _paths(debt: Debt, found: Claim, *names: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(("debts", debt.id, name) for name in names if name in found.missing)


def _each_day(view: View, debt: Debt, found: Claim) -> list[r.Row]:
    """What one more day adds, and the two readings of a contract that has not been read."""
    if _paths(debt, found, "rate", "rate_per"):
        return []
    parts = (
        Figure(N_("Interest a day"), found.likely.interest_per_day),
        Figure(N_("Penalty a day"), found.likely.penalty_per_day),
    )
    per_day = total(N_("Each day adds"), tuple(part for part in parts if part.value) or parts[:1])
    per_day = replace(per_day, estimated=found.is_range or found.worked_out)
    days = sorted(_a_day(each) for each in _readings(found))
    remark = ""
    if days[0] != days[-1]:
        args = {"low": view.money(yuan(days[0])), "high": view.money(yuan(days[-1]))}
        remark = view.t(N_("{low} to {high}"), **args)
    return [r.FigureRow(per_day, remark)]


def _readings(found: Claim) -> list[Reading]:
    """The readings between which the contract decides."""
    readings = [found.likely, found.low, found.high]
    if "penalty_base" in found.decides and found.instalment_only is not None:
        readings.append(found.instalment_only)
    if "accelerated_on" in found.decides and found.whole_loan is not None:
        readings.append(found.whole_loan)
    return readings


def _a_day(reading: Reading) -> int:
    return to_fen(reading.penalty_per_day) + to_fen(reading.interest_per_day)


def _open(view: View, debt: Debt, found: Claim) -> list[r.Row]:
    """Which lines of the contract decide, and which answers are missing, each a way to its row."""
    rows: list[r.Row] = []
    if found.is_range:
        rows += _two_ways(view, found)
        for name in found.decides:
            label, target = question(Debt, name).ask.label, target_of(("debts", debt.id, name), view.case)
            rows.append(r.ActionRow(f"decides.{name}", view.t(label), target=target))
    if found.worked_out:
        words = view.t(
            N_("The overdue part is worked out from instalment and rate, until the lender's figures are here.")
        )
        rows.append(r.Note(words, "dim"))
    missing = _paths(debt, found, *found.missing)
    if missing:
        rows += [r.Note(view.t(N_("Still open for the exact sum:")), "dim"), *open_answers(view, missing, limit=SHOWN)]
    return rows


def _two_ways(view: View, found: Claim) -> list[r.Row]:
    rows: list[r.Row] = []
    for reading, words in (
        (found.instalment_only, N_("If only the overdue instalment bears penalty: about {sum} so far, {day} a day.")),
        (found.whole_loan, N_("If the whole loan was called in: penalty of about {sum} so far, {day} a day.")),
    ):
        if reading is not None and "accelerated_on" in found.decides:
            args = {"sum": view.money(reading.penalty_so_far), "day": view.money(reading.penalty_per_day)}
            rows.append(r.Note(view.t(words, **args)))
    if found.low.total != found.high.total:
        args = {"low": view.money(found.low.total), "high": view.money(found.high.total)}
        rows.append(r.Note(view.t(N_("In all {low} to {high}. These lines of the contract decide:"), **args), "accent"))
    else:
        rows.append(r.Note(view.t(N_("These lines of the contract decide how it grows:")), "accent"))
    return rows


def _missed(view: View, debt: Debt) -> list[r.Row]:
    """The missed instalments, edited in place."""
    if debt.overdue is not YesNo.YES and not any(each.debt == debt.id for each in view.case.missed):
        return []
    hint = view.t(N_("a missed instalment: its day, principal and interest"))
    return [
        r.Heading(view.t(N_("Missed instalments"))),
        *in_place(view, "missed", hint, (("debt", debt.id),)),
    ]


# -- what to ask, what may follow --------------------------------------------------------------------------------


def _speak(view: View, debt: Debt) -> r.Row:
    """The call about a debt; where nobody knows who lent it, first who they are and what is a threat."""
    if debt.shape is Shape.UNVERIFIED:
        words = view.t(N_("Before any call or payment: who are they, and what if they threaten"))
        return r.ActionRow("careful", words, target=r.Target("urgent"))
    return r.ActionRow("call", view.t(N_("Make a call about this debt")), command="call", argument=debt.id)


def _asks(view: View, debt: Debt) -> list[r.Row]:
    asks = to_ask(debt, view.lang)
    if not asks:
        return []
    fold = f"asks.{debt.id}"
    shown = asks if fold in view.unfolded else asks[:SHOWN]
    rows: list[r.Row] = [r.Heading(view.t(N_("What to ask the lender")))]
    rows += [r.Note(f"{number}  {words}") for number, words in enumerate(shown, 1)]
    if len(shown) < len(asks):
        label = view.t(N_("{count} more to ask"), count=len(asks) - len(shown))
        rows.append(r.ActionRow(fold, label, command="unfold", argument=fold))
    return [*rows, r.ActionRow("copy.asks", view.t(N_("Copy all of them")), command="copy", argument="\n".join(asks))]


def _if_unpaid(view: View, debt: Debt) -> list[r.Row]:
    rows: list[r.Row] = []
    note = consequence(debt, view.case, view.today, view.lang)
    if note is not None:
        rows += [
            r.Heading(view.t(N_("If this month is not paid")), note["soon"]),
            r.Note(note.text),
            *grounds(view, f"consequence.{debt.id}", note.facts),
        ]
    found = [each for each in deadlines(view.case, view.today) if each.debt == debt.id]
    if found:
        rows.append(r.Heading(view.t(N_("Days not to miss"))))
        for each in found:
            words = deadline_sentence(each, view.lang, view.today, said(view))
            day = Span(f"{format_date(each.due)}  ", "dim")
            rows.append(r.Note((day, Span(words, "warn" if each.due - view.today <= _NEAR else ""))))
        facts = (fact for each in found for fact in deadline_facts(each, view.case, view.today))
        rows += grounds(view, f"deadlines.{debt.id}", facts)
    return rows


def _about(view: View, debt: Debt) -> list[r.Row]:
    """What this kind of debt is, what to read, how it is handled; with the rules behind it."""
    note = debt_help(debt, view.case, view.today, view.lang)
    if note is None:
        return []
    words = (r.Note(note[name]) for name in ("what", "read", "how") if note[name])
    return [r.Heading(note.title), *words, *grounds(view, f"kind.{debt.id}", note.facts)]


def _folded(view: View, fold: str, label: str, opened: Callable[[View], list[r.Row]]) -> list[r.Row]:
    if fold in view.unfolded:
        return [r.Heading(view.t(label)), *opened(view)]
    return [r.Blank(), r.ActionRow(fold, view.t(label), command="unfold", argument=fold)]


def _autodebit(view: View) -> list[r.Row]:
    notes = autodebit_page(view.current(), view.case, view.today, view.lang)
    rows: list[r.Row] = []
    for group in ("ask", "do", "dont"):
        rows.append(r.Note(title(f"autodebit-{group}", view.lang), "strong"))
        rows += told_all([note for note in notes if note.group == group], mark="- ")
    return [*rows, *grounds(view, "autodebit", (fact for note in notes for fact in note.facts))]


# -- the contract ------------------------------------------------------------------------------------------------


def _contract(view: View, debt: Debt) -> list[r.Row]:
    basis = basis_of(view.case, view.today, view.today)
    contract = contract_of(debt, view.case.missed, basis, view.today)
    return [
        r.Heading(view.t(N_("The contract as it stands"))),
        *_rates(view, debt, contract),
        *_schedule(view, debt, contract),
    ]


def _rates(view: View, debt: Debt, contract: Contract) -> list[r.Row]:
    """The true annual rate and the penalty's own; what 24 % means where one of them is surely above it."""
    found = contract.rate
    if found is None:
        return []
    low, high = to_cent(found.low.nominal), to_cent(found.high.nominal)
    label = N_("True rate a year") if not found.missing else N_("Rate a year, as stated")
    figure = Figure(label, high, unit="percent", source=("debts", debt.id, "rate"))
    remark = "" if low == high else view.t(N_("from {low}%"), low=format_rate(low))
    rows: list[r.Row] = [r.FigureRow(figure, remark)]
    if found.missing:
        words = view.t(N_("Fees are not counted: {count} answers are missing for it"), count=len(found.missing))
        target = target_of(("debts", debt.id, found.missing[0]), view.case)
        rows.append(r.ActionRow("fees", words, target=target, style="dim"))
    over = found.low.over_24
    if debt.overdue is YesNo.YES and debt.rate is not None and debt.rate_per is not None:
        multipliers = (debt.penalty_multiplier,) * 2 if debt.penalty_multiplier is not None else MULTIPLIERS
        yearly = annual_range(debt.rate, debt.rate_per, int(debt.year_days) if debt.year_days else None)
        ends = [penalty_percent(rate, times) for rate, times in zip(yearly, multipliers, strict=True)]
        over = over or (debt.penalty_multiplier is not None and ends[0] > LINE_24)
        first, last = (format_rate(to_cent(each)) for each in ends)
        words = view.t(N_("The penalty's own rate, on the part that bears it: {rate}% a year."), rate=first)
        if first != last:
            words = view.t(
                N_("The penalty's own rate, on the part that bears it: {low}% to {high}% a year."), low=first, high=last
            )
        rows.append(r.Note(words, "dim"))
    if over:
        words = view.t(N_("This is above 24% a year. When you talk, only ask them to check the total cost."))
        rows += [r.Note(words), *fact_rows(view, facts_for(debt, "over-24", view.today, view.case))]
    return rows


def _schedule(view: View, debt: Debt, contract: Contract) -> list[r.Row]:
    """The instalments to come by the contract's own terms: the first ones, the rest folded."""
    if debt.accelerated_on is not None and debt.accelerated_on <= view.today:
        return []  # the whole loan is due, no instalments are to come
    needed = ["outstanding", "rate", "rate_per", "months_left"]
    missing = [name for name in needed if getattr(debt, name) is None]
    # What is overdue is no part of them, so it has to be known first.
    unsettled = claim(debt, view.case.missed, view.today).missing
    missing += [name for name in ("overdue", "overdue_principal") if name in unsettled]
    if missing or contract.schedule is None:
        return [_schedule_needs(view, debt, missing)] if missing else []
    instalments = contract.schedule.rows
    fold = f"schedule.{debt.id}"
    shown = instalments if fold in view.unfolded else instalments[:SHOWN]
    words = view.t(N_("The instalments to come, without the overdue part"))
    made: list[r.Row] = [r.Note(words, "dim"), _table(view, shown)]
    if len(shown) < len(instalments):
        label = view.t(N_("All {count} instalments"), count=len(instalments))
        hint = view.t(N_("in all {amount}"), amount=view.money(contract.schedule.total_paid))
        made.append(r.ActionRow(fold, label, hint, command="unfold", argument=fold))
    return made


def _schedule_needs(view: View, debt: Debt, missing: list[str]) -> r.Row:
    labels = view.t(N_(", ")).join(view.t(question(Debt, name).ask.label) for name in missing)
    words = view.t(N_("The instalments to come are shown once this is known: {answers}"), answers=labels)
    return r.ActionRow("schedule.needs", words, target=target_of(("debts", debt.id, missing[0]), view.case))


def _table(view: View, shown: tuple[Instalment, ...]) -> r.Picture:
    """Day, payment, principal, interest, what is left; where amounts are too long, only day, payment and rest."""
    heads = tuple(view.t(each) for each in (N_("payment"), N_("principal"), N_("interest"), N_("left")))
    cells = [
        tuple(view.money(each) for each in (row.payment, row.principal, row.interest, row.balance)) for row in shown
    ]
    days = [str(row.n) if row.due is None else format_date(row.due) for row in shown]

    def draw(width: int, _ascii: bool) -> list[Line]:
        columns: tuple[int, ...] = (0, 1, 2, 3)
        if any(len(text) >= (width - _DATE) // 4 for row in cells for text in row):
            columns = (0, 3)
        cell = min(14, (width - _DATE) // len(columns))
        drawn = [line(" " * _DATE, *(Span(right(heads[each], cell), "dim") for each in columns))]
        for day, row in zip(days, cells, strict=True):
            drawn.append(line(Span(fit(day, _DATE), "dim"), *(Span(right(row[each], cell)) for each in columns)))
        return drawn

    return r.Picture(draw)

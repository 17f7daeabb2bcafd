"""What the shop and the home bring and need in a month, line by line."""

from dataclasses import replace
from functools import cache

from negotiator_tui.case.case import LISTS, items_of
from negotiator_tui.case.edit import Path
from negotiator_tui.case.first import BudgetAnswers, First
from negotiator_tui.case.kinds import Side
from negotiator_tui.case.questions import Question, question
from negotiator_tui.finance.budget_lines import Flow
from negotiator_tui.finance.budget_sums import MonthSums
from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.months import month_text
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import fit
from negotiator_tui.ui.pages.places import target_of
from negotiator_tui.ui.pages.shop_loss import shop_loss
from negotiator_tui.ui.view import WHEN_NO_SIDE, View, ask_row, cell, lines_fold

_ROUGH = {("first", "takings"), ("first", "shop_costs"), ("first", "home_costs")}
"""The answers that stand in for lines."""

_COLUMNS: dict[tuple[str, Side], dict[str, int]] = {
    ("income", Side.SHOP): {"name": 14, "amount": 12, "every": 8, "months": 8, "day": 6},
    ("income", Side.HOME): {"name": 14, "amount": 12, "every": 8, "months": 8, "day": 6},
    ("costs", Side.SHOP): {"name": 12, "amount": 12, "every": 8, "day": 6, "group": 8, "with_sales": 6},
    ("costs", Side.HOME): {"name": 14, "amount": 12, "every": 8, "day": 6, "group": 8},
}
"""What is asked first, with widths in cells that fit beside each other on a narrow screen."""

_MORE: dict[str, dict[str, int]] = {
    "income": {"name": 14, "from_": 8, "until": 8},
    "costs": {"name": 14, "months": 10, "from_": 8, "until": 8, "saved": 10},
}
"""The rest, shown in its place on demand."""

_MORE_ASIDE = {"income": N_("from, until, proof"), "costs": N_("months, from, until, put by, proof")}


def shop(view: View) -> list[r.Row]:
    """The shop: what comes in, what it costs to run, and the few answers the months are tested with."""
    sums = view.budget.sums
    takings, costs = sums.income.parts[0], sums.costs.parts[0]
    answers = view.case.budget
    return [
        r.Heading(view.t(N_("Shop")), view.t(N_("a month, without any debt instalments"))),
        *shop_loss(view),
        *_list(view, "income", Side.SHOP, N_("What comes in"), N_("another income of the shop")),
        *_sum(view, takings),
        *_statements(view),
        *_list(view, "costs", Side.SHOP, N_("What the shop needs"), N_("stock, rent, power, wages, delivery fees")),
        *_sum(view, costs),
        *_unlisted(view, "shop_costs"),
        *_difference(view, sums.shop, N_("before any debt")),
        r.Heading(view.t(N_("For weak months"))),
        ask_row(answers, ("budget",), question(BudgetAnswers, "worst_takings")),
        ask_row(view.case.first, ("first",), question(First, "trading_float")),
        ask_row(answers, ("budget",), question(BudgetAnswers, "tax_percent")),
        ask_row(answers, ("budget",), question(BudgetAnswers, "reserve")),
        *_bad_month(view),
    ]


def home(view: View) -> list[r.Row]:
    """The home: what others earn, what living needs, and what is left of everything."""
    sums = view.budget.sums
    coming, going = sums.income.parts[1], sums.costs.parts[1]
    return [
        r.Heading(view.t(N_("Home")), view.t(N_("a month, without any debt instalments"))),
        *_list(view, "income", Side.HOME, N_("What comes in"), N_("a wage; only of those who want to share it")),
        *(_sum(view, coming) if coming.parts else []),
        *_statements(view),
        *_list(view, "costs", Side.HOME, N_("What living needs"), N_("food, housing, school, medicine, parents")),
        *_sum(view, going),
        *_unlisted(view, "home_costs"),
        r.Note(view.t(N_("None of this is ever cut or offered to a lender.")), "dim"),
        r.Heading(view.t(N_("Shop and home together"))),
        *_together(view, sums),
    ]


def _statements(view: View) -> list[r.Row]:
    """The way to real figures: one's own statements."""
    count = len(view.case.own_months)
    hint = view.t(N_("{count} months are read in"), count=count) if count else view.t(N_("Alipay, WeChat, banks"))
    return [r.ActionRow("statements", view.t(N_("From your own statements")), hint, command="import-begin")]


def _together(view: View, sums: MonthSums) -> list[r.Row]:
    """What shop and home leave, and what of it is there for debts; else what is still open."""
    if sums.surplus.value is None:
        text = N_("What is left appears when income and costs of both are there. Still open:")
        lines = [path for path in view.budget.blocking if path[0] != "debts"]
        from negotiator_tui.ui.pages.guided import open_answers  # with it comes the whole guide

        return [r.Note(view.t(text), "dim"), *open_answers(view, lines)]
    return [
        *_difference(view, sums.shop, N_("from the page before")),
        *_difference(view, sums.surplus, N_("before any debt")),
        *_difference(view, sums.keep, N_("for emergencies")),
        *_difference(view, sums.for_debts, ""),
    ]


def _list(view: View, name: str, side: Side, title: str, hint: str) -> list[r.Row]:
    fold = lines_fold(name, side)
    items = [item for item in items_of(view.case, name) if (item.side or WHEN_NO_SIDE[name]) is side]
    more = bool(items) and fold in view.unfolded
    columns = _questions(name, side, more=more)
    rows: list[r.Row] = [r.Heading(view.t(title))]
    if items:
        rows.append(r.ColumnsRow(columns))
    rows += [r.CellsRow(name, item.id, tuple(cell(item, (name, item.id), each) for each in columns)) for item in items]
    if not more:  # a new line begins with its amount, which has no column among the others
        blank = tuple(r.Cell((name, "", each.name), each) for each in columns)
        rows.append(r.CellsRow(name, "", blank, (("side", side),), view.t(hint)))
    rows += _undated(view, name, side)
    if more:
        rows += _proofs(view, name, side)
    if items:
        label = N_("Amounts again") if more else N_("More columns")
        aside = "" if more else view.t(_MORE_ASIDE[name])
        rows.append(
            r.ActionRow(fold, view.t(label), aside, command="fold" if more else "unfold", argument=fold, style="dim")
        )
    else:
        rows.append(
            r.ActionRow(
                f"usual.{name}",
                view.t(N_("Write down the usual ones")),
                view.t(N_("names only, the amounts are yours")),
                command="replace",
                argument=f"usual-lines {name} {side.value}",
            )
        )
    return rows


def _undated(view: View, name: str, side: Side) -> list[r.Row]:
    """The lines whose month is not said, and how they count until it is; each leads to the cell that decides it."""
    rows: list[r.Row] = []
    for flow in view.budget.flows.all():
        if flow.source[0] != name or flow.side is not side or not (flow.undated or flow.missing == _month_of(flow)):
            continue
        each = view.money(yuan(max(flow.even or (0,))))
        words = N_("{name}: due in which month?") if flow.undated else N_("{name}: comes in which month?")
        hint = view.t(N_("until then {amount} a month"), amount=each) if flow.undated else view.t(N_("not counted yet"))
        shown = view.t(words, name=fit(flow.name or view.t(flow.label), 20).strip())
        path = _month_of(flow)
        rows.append(r.ActionRow(f"month.{flow.source[1]}", shown, hint, target=target_of(path, view.case)))
    return rows


def _month_of(flow: Flow) -> Path:
    return (*flow.source[:2], "months")


def _proofs(view: View, name: str, side: Side) -> list[r.Row]:
    """What proves each line, leading to where that is decided."""
    from negotiator_tui.guide.gaps import gaps, proof_words  # with it comes the whole guide

    here = {item.id for item in items_of(view.case, name) if (item.side or WHEN_NO_SIDE[name]) is side}
    return [
        r.ActionRow(
            f"proof.{each.about[1]}",
            each.name,
            proof_words(each, view.lang),
            target=r.Target("gaps", ("action", f"gap.{'.'.join(each.path)}")),
            style="dim",
        )
        for each in gaps(view.case, view.today, view.lang)
        if each.about[0] == name and each.about[1] in here
    ]


@cache
def _questions(name: str, side: Side, *, more: bool) -> tuple[Question, ...]:
    """The columns of a list, with the widths they have here."""
    widths = _MORE[name] if more else _COLUMNS[name, side]
    model = LISTS[name]
    return tuple(
        replace(each, ask=replace(each.ask, column=width))
        for field, width in widths.items()
        for each in (question(model, field),)
    )


def _sum(view: View, figure: Figure) -> list[r.Row]:
    """The sum of a list; while nothing is known, when it will be there."""
    if figure.value is None:
        text = N_("{label}: the sum appears as soon as a line has an amount.")
        return [r.Note(view.t(text, label=view.t(figure.label)), "dim")]
    rough = len(figure.parts) == 1 and figure.parts[0].source in _ROUGH
    rows: list[r.Row] = [r.FigureRow(figure)]
    if rough:
        text = N_("This is your rough answer. It counts until a line here has an amount.")
        rows.append(r.Note(view.t(text), "dim"))
    return rows


def _unlisted(view: View, name: str) -> list[r.Row]:
    """What the rough answer had more than the lines so far: until it is in them, too much seems to be left."""
    figure = next((each for each in view.budget.unlisted if each.parts[0].source == ("first", name)), None)
    if figure is None:
        return []
    text = N_("Your rough answer was higher. Until every line is there, more seems left than there is.")
    return [
        r.FigureRow(figure, style="warn"),
        r.Note(view.t(text), "warn"),
        r.ActionRow(
            f"complete.{name}",
            view.t(N_("The lines are complete")),
            view.t(N_("the rough answer was too high")),
            command="replace",
            argument=f"lines-complete {name}",
        ),
    ]


def _difference(view: View, figure: Figure, remark: str) -> list[r.Row]:
    """What is left of two sums, below zero as below zero; while one of them is not known, which comes first."""
    if figure.value is None:
        text = N_("{label}: appears when income and costs are there.")
        return [r.Note(view.t(text, label=view.t(figure.label)), "dim")]
    said = N_("a shortfall") if figure.value < 0 else remark
    return [r.FigureRow(figure, view.t(said) if said else "")]


def _bad_month(view: View) -> list[r.Row]:
    """What a bad month would bring and leave."""
    budget = view.budget
    bad = budget.sums_of(month_text(budget.month), bad=True)
    if bad is None or bad.income.parts[0].value is None:
        return []
    return [r.FigureRow(bad.income.parts[0]), *_difference(view, bad.for_debts, N_("in a bad month"))]

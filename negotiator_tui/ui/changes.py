"""Changes of several answers at once that a row can offer, each one step of history."""

from collections.abc import Callable
from datetime import date

from negotiator_tui.case.case import Case
from negotiator_tui.case.edit import added, edited
from negotiator_tui.case.kinds import CostGroup, Every, Side, YesNo
from negotiator_tui.text.fault import Fault
from negotiator_tui.text.language import N_, Lang, t
from negotiator_tui.ui import changes_follow as follow
from negotiator_tui.ui import changes_papers as papers
from negotiator_tui.ui import changes_plans as plans
from negotiator_tui.ui import changes_terms as terms
from negotiator_tui.ui.changes_search import plan_found

Change = Callable[..., Case]
"""`change(case, today, lang, *arguments) -> Case`; arguments are ids or plain words."""


def changed(case: Case, today: date, lang: Lang, argument: str) -> Case:
    """The case after the change an argument names. KeyError for a change that does not exist."""
    name, *rest = argument.split()
    return CHANGES[name](case, today, lang, *rest)


_INCOME: dict[Side, tuple[str, ...]] = {
    Side.SHOP: (N_("WeChat takings"), N_("Alipay takings"), N_("Cash takings"), N_("Delivery platform payouts")),
    Side.HOME: (N_("Wage"),),
}
_COSTS: dict[Side, tuple[tuple[str, CostGroup], ...]] = {
    Side.SHOP: (
        (N_("Goods"), CostGroup.STOCK),
        (N_("Shop rent"), CostGroup.RENT),
        (N_("Water, power, gas"), CostGroup.UTILITIES),
        (N_("Wages of staff"), CostGroup.WAGES),
        (N_("Packaging"), CostGroup.PACKAGING),
        (N_("Platform commission"), CostGroup.PLATFORM),
    ),
    Side.HOME: (
        (N_("Food"), CostGroup.FOOD),
        (N_("Rent of the home"), CostGroup.RENT),
        (N_("Water, power, phone"), CostGroup.UTILITIES),
        (N_("School"), CostGroup.SCHOOL),
        (N_("Medicine"), CostGroup.MEDICINE),
        (N_("Parents"), CostGroup.ELDERS),
        (N_("Getting about"), CostGroup.TRANSPORT),
    ),
}
_WITH_SALES = {CostGroup.STOCK, CostGroup.PACKAGING, CostGroup.PLATFORM}


def usual_lines(case: Case, _today: date, lang: Lang, name: str, side: str) -> Case:
    """The lines a shop or a home usually has, by name and kind, without amounts. `name` is income or costs."""
    which = Side(side)
    for answers in _usual(name, which, lang):
        grown = added(case, name, side=which, every=Every.MONTH, **answers)
        if not isinstance(grown, Fault):
            case = grown[0]
    return case


def _usual(name: str, side: Side, lang: Lang) -> list[dict[str, object]]:
    if name == "income":
        return [{"name": t(lang, each)} for each in _INCOME[side]]
    return [
        {
            "name": t(lang, each),
            "group": group,
            **({"with_sales": YesNo.YES} if side is Side.SHOP and group in _WITH_SALES else {}),
        }
        for each, group in _COSTS[side]
    ]


def lines_complete(case: Case, today: date, _lang: Lang, name: str) -> Case:
    """The lines of costs are all there: their sum takes the place of the rough answer `name`."""
    from negotiator_tui.finance.budget import budget_of

    found = (each for each in budget_of(case, today).unlisted if each.parts[0].source == ("first", name))
    figure = next(found, None)
    changed_case = case if figure is None else edited(case, ("first", name), figure.parts[1].value)
    return case if isinstance(changed_case, Fault) else changed_case


CHANGES: dict[str, Change] = {
    "usual-lines": usual_lines,
    "lines-complete": lines_complete,
    "sent-today": plans.sent_today,
    "message-sent": plans.message_sent,
    "start-plan": plans.start_plan,
    "fill-plan": plans.fill_plan,
    "copy-plan": plans.copy_plan,
    "choose-plan": plans.choose_plan,
    "make-payments": plans.make_payments,
    "paid-today": plans.paid_today,
    "start-checklist": plans.start_checklist,
    "take-material": plans.take_material,
    "material-stands": plans.material_stands,
    "link-paper": papers.link_paper,
    "unlink-paper": papers.unlink_paper,
    "paid-as-planned": papers.paid_as_planned,
    "plan-found": plan_found,
    "complained-today": follow.complained_today,
    "paid-as-found": follow.paid_as_found,
    "ladder-found": terms.ladder_found,
    "start-ladder": terms.start_ladder,
    "add-rung": terms.add_rung,
    "settle-ladder": terms.settle_ladder,
}
"""By the name a row's argument begins with."""

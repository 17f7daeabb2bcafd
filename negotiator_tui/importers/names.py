"""What proposed lines are called."""

from negotiator_tui.case.kinds import CostGroup, Side
from negotiator_tui.importers.sorting import Flow
from negotiator_tui.text.language import N_, Lang, t

_SHOP: dict[CostGroup, str] = {
    CostGroup.STOCK: N_("Goods"),
    CostGroup.RENT: N_("Shop rent"),
    CostGroup.UTILITIES: N_("Water, power, gas"),
    CostGroup.WAGES: N_("Wages of staff"),
    CostGroup.PLATFORM: N_("Platform commission"),
    CostGroup.PACKAGING: N_("Packaging"),
    CostGroup.TAX: N_("Tax and social insurance"),
    CostGroup.FOOD: N_("Meals at work"),
    CostGroup.TRANSPORT: N_("Getting about"),
}
_HOME: dict[CostGroup, str] = {
    CostGroup.RENT: N_("Rent of the home"),
    CostGroup.UTILITIES: N_("Water, power, phone"),
    CostGroup.FOOD: N_("Food"),
    CostGroup.SCHOOL: N_("School"),
    CostGroup.MEDICINE: N_("Medicine"),
    CostGroup.ELDERS: N_("Parents"),
    CostGroup.TRANSPORT: N_("Getting about"),
    CostGroup.TAX: N_("Tax and social insurance"),
}
_INCOME: dict[Flow, str] = {
    Flow.TAKINGS: N_("Takings by code"),
    Flow.DELIVERY: N_("Delivery platform payouts"),
    Flow.WAGE: N_("Wage"),
    Flow.INCOME: N_("Other income"),
    Flow.PEOPLE: N_("Received from people, not sorted yet"),
}
_SEASONS = {
    "plain": N_("Takings (usual months)"),
    "busy": N_("Takings (busy months)"),
    "quiet": N_("Takings (quiet months)"),
    "cash": N_("Cash takings"),
}


def line_name(side: Side, group: CostGroup | None, flow: Flow, season: str, lang: Lang) -> str:
    """The name of a line: of a cost by side and kind, of an income by what it is."""
    if season:
        return t(lang, _SEASONS[season])
    if group is None:
        return t(lang, _INCOME[flow])
    if flow is Flow.FEE:
        return t(lang, N_("Fees for moving money"))
    if flow is Flow.PEOPLE:
        return t(lang, N_("Paid to people, not sorted yet"))
    names = _SHOP if side is Side.SHOP else _HOME
    other = N_("Other costs of the shop") if side is Side.SHOP else N_("Other spending")
    return t(lang, names.get(group, other))

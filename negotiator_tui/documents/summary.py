"""Everything of a case on a page or two, for an adviser: who is owed what, the budget, the plan, the line, what is next."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import YesNo
from negotiator_tui.case.labels import label
from negotiator_tui.case.talks import talks_of
from negotiator_tui.documents.calendar import Day, calendar_days
from negotiator_tui.documents.document import Block, Document, Heading, Lines, Paragraph, Table
from negotiator_tui.documents.making import Figured, Kind, Made, Needed, Request, figured
from negotiator_tui.documents.means import YEAR, Means, means_of
from negotiator_tui.documents.summary_plan import asks_lines, plan_lines
from negotiator_tui.documents.templates import say, word
from negotiator_tui.documents.wording import Parts, day_text, money, sentence_end, short
from negotiator_tui.documents.wording import month_text as month_words
from negotiator_tui.finance.budget import Budget, budget_of, first_due_of
from negotiator_tui.finance.claim import balance_of
from negotiator_tui.finance.fen import to_fen, yuan
from negotiator_tui.finance.figure import Figure
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.plan_basis import negotiable_debts
from negotiator_tui.guide.checklist import checklist
from negotiator_tui.guide.gaps import gaps
from negotiator_tui.guide.proofs import proved_words
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_, t
from negotiator_tui.text.rates import format_rate

declare(
    {"documents.summary-line": N_("It shows your line and every debt. For an adviser of your own, never for a lender.")}
)

PART = "summary"
_DEBTS = 12
"""Debts listed one by one; the smallest of more are one row: a page is not to grow with them."""
_DAYS, _NAMED = 8, 8
"""Coming days, and things of a kind that are missing, named one by one."""
_SOON = timedelta(days=92)
_SHORT = 60
"""Characters of what somebody said."""
_NAME, _THING = 12, 20
"""Characters of a debt's name in a column, of a name or a thing in a line."""
_ROW = 6
"""Months side by side."""


def summary(request: Request) -> Made | Needed:
    """The summary; Needed only where a case has nothing to sum up."""
    case, today = request.case, request.today
    if not case.debts and not case.income and not case.costs and case.first.takings is None:
        return Needed(fault("documents.nothing"), (("debts",), ("income",)))
    means = means_of(case, first_due_of(case, today), today, debts=False)
    document = Document(say(PART, "title"), tuple(_blocks(request, means)))
    remarks: tuple[Fault, ...] = (fault("documents.summary-line"),)
    return Made(Kind.SUMMARY, document, tuple(_figures(request, means)), remarks)


def _figures(request: Request, means: Means | None) -> Iterator[Figured]:
    owed = [balance for each in request.case.debts if (balance := balance_of(each)) is not None]
    if owed:
        yield figured("owed", yuan(sum(map(to_fen, owed))), about=len(owed) < len(request.case.debts))
    if means is not None and means.bad.for_debts.value is not None:
        yield figured("for-debts", means.bad.for_debts.value, about=means.bad.for_debts.estimated)


def _blocks(request: Request, means: Means | None) -> Iterator[Block]:
    case, parts = request.case, Parts(PART)
    trade = case.borrower.trade or None
    yield Paragraph(
        say(PART, "who", name=request.identity.name, trade=trade, day=day_text(request.today)), indent=False
    )
    cause = _cause(request)
    if cause:
        yield Paragraph(cause, indent=False)
    budget = budget_of(case, request.today)
    if case.debts:
        yield parts.title("debts-title")
        yield _debts(request, budget)
    yield parts.title("budget-title")
    yield from _budget(means)
    if case.debts:
        yield parts.title("plan-title")
        yield Lines(plan_lines(case, request.today) or (say(PART, "no-plan"),))
        yield parts.title("ladder-title")
        yield Lines(asks_lines(case, request.today) or (say(PART, "no-ladder"),))
    yield parts.title("days-title")
    yield Lines(_days(request) or (say(PART, "no-days"),))
    talks = _talks(request)
    if talks:
        yield parts.title("talks-title")
        yield Lines(talks)
    yield from _missing(request, budget, parts.title("missing-title"))
    yield Paragraph(say(PART, "note"), indent=False, small=True)


def _cause(request: Request) -> str:
    told = request.case.hardship
    if told.cause is None and not told.words:
        return ""
    cause = t("zh_Hans", label(told.cause)) if told.cause is not None else ""
    words = short(told.words or "", 3 * _SHORT)
    if told.since is not None:
        return say(PART, "cause", since=month_words(told.since), cause=cause, words=words)
    return say(PART, "cause-only", cause=cause, words=words)


def _debts(request: Request, budget: Budget) -> Table:
    """The largest debts one by one, the rest together, and all of them."""
    names = ("debt", "shape", "owed", "overdue", "due", "agreed")
    debts = sorted(request.case.debts, key=lambda each: -(balance_of(each) or 0))
    listed = debts if len(debts) <= _DEBTS + 1 else debts[:_DEBTS]
    order = {each.id: number for number, each in enumerate(request.case.debts)}
    rows = [_debt(request, budget, each) for each in sorted(listed, key=lambda each: order[each.id])]
    rest = debts[len(listed) :]
    if rest:
        rows.append((say(PART, "others", count=str(len(rest))), "", *_sum(rest), "", "", ""))
    rows.append((say(PART, "total"), "", *_sum(debts), "", "", ""))
    head = tuple(say(PART, f"head-{name}") for name in names)
    return Table(head, tuple(rows), (18, 16, 18, 16, 22, 10), frozenset({2}), frozenset({len(rows) - 1}))


def _sum(debts: Sequence[Debt]) -> tuple[str]:
    known = [balance for each in debts if (balance := balance_of(each)) is not None]
    return (money(yuan(sum(map(to_fen, known))), about=len(known) < len(debts)),)


def _debt(request: Request, budget: Budget, debt: Debt) -> tuple[str, ...]:
    balance = balance_of(debt)
    owed = say(PART, "not-known") if balance is None else money(balance, about="outstanding" in debt.estimated)
    shape = "" if debt.shape is None else t("zh_Hans", label(debt.shape))
    if debt.owed_for is not None:
        shape = t("zh_Hans", label(debt.owed_for))
    dues = next((each for each in budget.dues if each.debt.id == debt.id), None)
    due = next((each for each in dues.rows if each.day >= request.today), None) if dues is not None else None
    when = "" if due is None else f"{due.day:%m-%d} {'' if due.fen is None else money(yuan(due.fen))}"
    if dues is not None and dues.agreed:
        stand = "agreed"
    else:
        stand = "asked" if debt in negotiable_debts(request.case, request.today) else "open"
    name = short(debt.name or debt.lender or say(PART, "not-known"), _NAME)
    kind = word("comma").join(part for part in (shape, _rate(debt)) if part)
    return (name, kind, owed, _overdue(debt), when.strip(), say(PART, stand))


def _overdue(debt: Debt) -> str:
    if debt.overdue is YesNo.YES and debt.overdue_since is not None:
        return format_date(debt.overdue_since)
    return say(PART, {YesNo.YES: "overdue", YesNo.NO: "not-overdue", None: "not-known"}[debt.overdue])


def _rate(debt: Debt) -> str:
    if debt.rate is None or debt.rate_per is None:
        return ""
    return say(PART, f"rate-{debt.rate_per}", rate=format_rate(debt.rate))


def _budget(means: Means | None) -> Iterator[Block]:
    """A usual and a bad month beside each other, then what is there for debts in each of the coming twelve."""
    if means is None:
        yield Paragraph(say(PART, "no-budget"), indent=False)
        return
    usual, bad = means.usual, means.bad
    pairs: tuple[tuple[str, Figure, Figure], ...] = (
        ("shop-income", usual.shop_income, bad.shop_income),
        ("shop-costs", usual.shop_costs, bad.shop_costs),
        ("home-income", usual.home_income, bad.home_income),
        ("home-costs", usual.home_costs, bad.home_costs),
        ("surplus", usual.surplus, bad.surplus),
        ("keep", usual.keep, bad.keep),
        ("for-debts", usual.for_debts, bad.for_debts),
    )
    shown = [each for each in pairs if each[1].fen or each[2].fen or each[0] in {"surplus", "for-debts"}]
    rows = [(say(PART, name), _cell(one), _cell(other)) for name, one, other in shown]
    if means.arranged():
        arranged = money(yuan(means.arranged()))
        rows.append((say(PART, "arranged"), arranged, arranged))
    head = tuple(say(PART, f"head-{name}") for name in ("item", "usual", "bad"))
    yield Table(head, tuple(rows), (40, 30, 30), frozenset({1, 2}), frozenset({len(shown) - 1}))
    yield Paragraph(say(PART, "months"), indent=False)
    yield _months(means)


def _months(means: Means) -> Table:
    """Twelve months in two blocks of one table: two tables beside each other would run together."""
    budget = means.budget
    months = [month_text(budget.first + ahead) for ahead in range(YEAR)]
    rows: list[tuple[str, ...]] = []
    for begin in range(0, YEAR, _ROW):
        block = months[begin : begin + _ROW]
        rows += [
            (say(PART, "head-item"), *(_short_month(month) for month in block)),
            (say(PART, "usual"), *(money(budget.for_debts_by_month[month]) for month in block)),
            (say(PART, "bad"), *(money(budget.safe_by_month[month]) for month in block)),
        ]
    head, *rest = rows
    titles = frozenset(number for number, row in enumerate(rest) if row[0] == head[0])
    return Table(head, tuple(rest), (10, *[15] * _ROW), frozenset(range(1, _ROW + 1)), titles)


def _short_month(month: str) -> str:
    year, _, number = month.partition("-")
    return say(PART, "month", year=year[2:], month=str(int(number)))


def _cell(figure: Figure) -> str:
    return "" if figure.fen is None else money(yuan(figure.fen), about=figure.estimated)


def _days(request: Request) -> tuple[str, ...]:
    """The coming days, of the plan only its first payment."""
    found: list[Day] = []
    for each in calendar_days(request.case, request.today, "zh_Hans", names=True):
        if each.day <= request.today + _SOON and not (each.tentative and any(one.tentative for one in found)):
            found.append(each)
    return tuple(say(PART, "day", day=format_date(each.day), what=short(each.title, _SHORT)) for each in found[:_DAYS])


def _talks(request: Request) -> tuple[str, ...]:
    case = request.case
    lines = []
    talks = talks_of(case.contacts)
    dated = [(each.at, each) for each in talks if each.at is not None]
    if dated:
        at, last = max(dated, key=lambda pair: pair[0])
        said = sentence_end(short(last.said or last.promised or "", _SHORT))
        who = short(last.who or say(PART, "who-unknown"), _THING)
        count, day = str(len(talks)), format_date(at.date())
        lines.append(say(PART, "talks", count=count, day=day, who=who, said=f"{said}。" if said else ""))
    for paper in case.court:
        if paper.kind is not None and paper.answered_on is None:
            day = "" if paper.received_on is None else format_date(paper.received_on)
            lines.append(say(PART, "court", what=t("zh_Hans", label(paper.kind)), day=day or None))
    return tuple(lines[:_NAMED])


def _missing(request: Request, budget: Budget, title: Heading) -> Iterator[Block]:
    """Answers, papers and proofs that are not there, each kind in one line."""
    case, today = request.case, request.today
    answers = [proved_words(case, path, "zh_Hans") for path in (*budget.blocking, *budget.missing)]
    papers = [each.title for each in checklist(case, today, "zh_Hans") if not each.ready]
    proofs = [each.name for each in gaps(case, today, "zh_Hans") if not each.proved]
    lines = [
        say(PART, f"missing-{name}", what=_listed(found))
        for name, found in (("answers", answers), ("papers", papers), ("proofs", proofs))
        if found
    ]
    yield title
    yield Lines(tuple(lines) or (say(PART, "missing-none"),))


def _listed(found: Sequence[str]) -> str:
    once = list(dict.fromkeys(short(each, _THING) for each in found))
    words = word("and").join(once[:_NAMED])
    return words if len(once) <= _NAMED else words + say(PART, "and-more", count=str(len(once)))

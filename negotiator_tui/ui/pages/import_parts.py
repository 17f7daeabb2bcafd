"""One party and one line of an import: what is known of it, and what to do with it."""

from negotiator_tui.case.case import find
from negotiator_tui.case.kinds import Belongs, CostGroup, Side
from negotiator_tui.case.labels import label
from negotiator_tui.finance.fen import yuan
from negotiator_tui.importers.applying import way_of
from negotiator_tui.importers.proposal import PartyRow
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.sorting import Flow
from negotiator_tui.importers.tally import Rows
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import fit, right
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.import_words import counted_as, every_words
from negotiator_tui.ui.view import View, hidden_words

_SHOWN_ROWS = 5
_SHOP_GROUPS = (
    CostGroup.STOCK,
    CostGroup.RENT,
    CostGroup.UTILITIES,
    CostGroup.WAGES,
    CostGroup.PLATFORM,
    CostGroup.PACKAGING,
    CostGroup.TAX,
    CostGroup.TRANSPORT,
    CostGroup.OTHER,
)
_HOME_GROUPS = (
    CostGroup.FOOD,
    CostGroup.RENT,
    CostGroup.UTILITIES,
    CostGroup.SCHOOL,
    CostGroup.MEDICINE,
    CostGroup.ELDERS,
    CostGroup.TRANSPORT,
    CostGroup.OTHER,
)


def party(view: View) -> list[r.Row]:
    """Somebody: the last rows, and the places the money may belong to."""
    state = view.importing
    proposal = state.proposal if state is not None else None
    found = next((each for each in proposal.parties if each.name == state.party), None) if proposal and state else None
    if found is None or state is None or state.rows is None:
        return [r.Heading(view.t(N_("Who is it?"))), r.Note(view.t(N_("Nobody is being asked about.")))]
    rows: list[r.Row] = [r.Heading(found.name, counted_as(view, found))]
    rows += _rows_of(view, found, state.rows)
    if found.debt:
        words = view.t(
            N_("This may be {name}, among your debts. Was it new goods, or the old debt?"),
            name=debt_name(view, found.debt),
        )
        rows.append(r.Note(words, "accent"))
    rows.append(r.Heading(view.t(N_("Where does this money belong?"))))
    rows += _as_guessed(view, found)
    now = found.decision or (Belongs.SHOP if found.sort.side is Side.SHOP else Belongs.HOME, found.sort.group)
    for belongs in Belongs:
        groups = {Belongs.SHOP: _SHOP_GROUPS, Belongs.HOME: _HOME_GROUPS}.get(belongs, ())
        if not groups or not found.going:
            rows.append(_choice(view, belongs, None, chosen=bool(found.decision) and now[0] is belongs))
        else:
            rows += [
                _choice(view, belongs, group, chosen=bool(found.decision) and now == (belongs, group))
                for group in groups
            ]
    return rows


def _as_guessed(view: View, found: PartyRow) -> list[r.Row]:
    """The guess itself, to be confirmed by one key; nothing where there is none."""
    if found.decision is not None or found.sort.flow not in {Flow.COST, Flow.TAKINGS, Flow.WAGE, Flow.INCOME}:
        return []
    belongs = Belongs.SHOP if found.sort.side is Side.SHOP else Belongs.HOME
    argument = f"{belongs.value} {found.sort.group.value}" if found.sort.flow is Flow.COST else belongs.value
    words = view.t(N_("Yes: {words}"), words=counted_as(view, found))
    return [r.ActionRow("guess", words, view.t(N_("as it was guessed")), command="import-belongs", argument=argument)]


def _choice(view: View, belongs: Belongs, group: CostGroup | None, *, chosen: bool) -> r.Row:
    words = view.t(label(belongs))
    if group is not None:
        words = view.t(N_("{name}: {words}"), name=words, words=view.t(label(group)))
    mark = view.t(N_("so far")) if chosen else _HINTS.get(belongs, "") and view.t(_HINTS[belongs])
    argument = belongs.value if group is None else f"{belongs.value} {group.value}"
    return r.ActionRow(f"belongs.{argument}", words, mark, command="import-belongs", argument=argument)


_HINTS: dict[Belongs, str] = {
    Belongs.OWN: N_("only moved"),
    Belongs.DEBT: N_("a friend, a lender; not a living cost"),
    Belongs.NOT_MINE: N_("passed through for somebody else"),
}


def _rows_of(view: View, found: PartyRow, rows: Rows) -> list[r.Row]:
    places = [place for tally in rows.tallies if tally.party == found.name for place in tally.rows]
    lines: list[r.Row] = []
    for place in sorted(places, key=lambda place: rows.transactions[place].at)[-_SHOWN_ROWS:]:
        row = rows.transactions[place]
        amount = right(view.money(yuan(rows.fen[place])), 12)
        words = "  ".join(part for part in (row.item, row.remark) if part and part != "/")
        words = hidden_words(words) if view.hide else words
        lines.append(r.Note(f"{format_date(row.at.date())} {amount}  {fit(words, 28).strip()}", "dim"))
    if len(places) > _SHOWN_ROWS:
        lines.append(r.Note(view.t(N_("the last of {count} rows"), count=len(places)), "dim"))
    return lines


def line(view: View) -> list[r.Row]:
    """A proposed line: its months down to the rows, and what to do with it."""
    state = view.importing
    proposal = state.proposal if state is not None else None
    found = next((each for each in proposal.lines if each.key == state.line), None) if proposal and state else None
    if found is None or state is None:
        return [r.Heading(view.t(N_("Proposed lines"))), r.Note(view.t(N_("This line is no longer proposed.")))]
    rows: list[r.Row] = [
        r.Heading(found.name, every_words(view, found)),
        r.FindRow("", view.t(N_("another amount? Type it, then Enter")), command="import-amount", alone=True),
    ]
    if found.amount is None:
        words = N_("Cash is on no statement. Write down what comes in cash in a month, roughly; your notes are enough.")
        rows.append(r.Note(view.t(words)))
    elif state.figure is not None:
        rows.append(r.FigureRow(state.figure, view.t(N_("Enter: the months and their rows"))))
        rows += _remarks(view, found)
    return [*rows, *_yours(view, found), *_ways(view, found, way_of(found, state.choices))]


def _remarks(view: View, found: Proposed) -> list[r.Row]:
    rows: list[r.Row] = []
    if found.worst is not None and found.worst != found.amount:
        rows.append(r.Note(view.t(N_("In the worst month: {amount}"), amount=view.money(found.worst))))
    if found.once:
        rows.append(r.Note(view.t(N_("It came once. Take it only if it will come again each year."))))
    if found.spread:
        rows.append(r.Note(view.t(N_("It comes now and then, so its sum is spread over the months."))))
    if found.flow is Flow.PEOPLE and found.list_name == "income":
        words = N_(
            "Nobody said yet what this is. Say it for each of them on the page before; until then it is no income."
        )
        rows.append(r.Note(view.t(words), "accent"))
    elif found.estimated and not found.spread:
        rows.append(r.Note(view.t(N_("Whom some of it went to is a guess, so it stands as “about”.")), "dim"))
    return rows


def _yours(view: View, found: Proposed) -> list[r.Row]:
    if not found.replaces:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("In your budget so far")))]
    if found.way is Way.LEAVE and found.list_name == "costs" and not found.once:
        words = N_("You wrote down more than the statements show. Was part of it paid in cash? Then keep yours.")
        rows.append(r.Note(view.t(words)))
    for line_id in found.replaces:
        own = find(view.case, found.list_name, line_id)
        if own is not None:
            rows.append(r.Note(f"{fit(own.name or '', 20)} {right(view.money(own.amount), 14)}"))
    return rows


def _ways(view: View, found: Proposed, now: Way) -> list[r.Row]:
    said: list[tuple[Way, str]] = [(Way.ADD, N_("Add it")), (Way.LEAVE, N_("Leave it out"))]
    if found.replaces:
        said.insert(0, (Way.REPLACE, N_("Take it instead of yours")))
        said[1] = (Way.ADD, N_("Add it to yours"))
    return [
        r.Heading(view.t(N_("What to do"))),
        *(
            r.ActionRow(
                f"way.{way.value}",
                view.t(words),
                view.t(N_("so far")) if way is now else "",
                command="import-way",
                argument=way.value,
            )
            for way, words in said
        ),
    ]

"""Everything an import would change, before it changes anything."""

from negotiator_tui.finance.fen import yuan
from negotiator_tui.finance.months import month_text
from negotiator_tui.finance.own_differences import is_cash
from negotiator_tui.importers.applying import takes_worst, way_of
from negotiator_tui.importers.proposal import Known, PartyRow, Proposal
from negotiator_tui.importers.proposed import Proposed, Way
from negotiator_tui.importers.statement import Import, StatementFile
from negotiator_tui.importers.tally import Heap, Rows
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.import_state import ImportState
from negotiator_tui.ui.ink import Style, fit, right
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.import_words import counted_as, every_words, way_words
from negotiator_tui.ui.view import HIDDEN, View

_SHOWN_PARTIES = 8
_SHOWN_LINES = 60


def preview(view: View) -> list[r.Row]:
    """What was read, how it adds up, who is who, and the lines, with the row that takes them over."""
    state = view.importing
    if state is None or state.imported is None or state.proposal is None or state.rows is None:
        return [
            r.Heading(view.t(N_("What was read"))),
            r.Note(view.t(N_("No statement is waiting to be taken over."))),
            r.ActionRow("statements", view.t(N_("Choose a statement")), command="import-begin"),
        ]
    proposal = state.proposal
    return [
        r.Heading(view.t(N_("Before anything changes")), view.t(N_("{count} files"), count=len(state.files))),
        *_apply(view, state, proposal, "apply"),
        *_lines(view, state, proposal),
        *_parties(view, state, proposal),
        *_debts(view, state, proposal),
        *_sums(view, state.rows),
        *_files(view, state.imported),
        r.Heading(view.t(N_("And now"))),
        *_apply(view, state, proposal, "apply.end"),
        r.ActionRow("more", view.t(N_("Read another file too")), command="import-begin"),
        r.ActionRow("forget", view.t(N_("Put it aside; nothing changes")), command="import-forget", style="dim"),
    ]


def _apply(view: View, state: ImportState, proposal: Proposal, key: str) -> list[r.Row]:
    count = sum(way_of(line, state.choices) is not Way.LEAVE for line in proposal.lines)
    return [
        r.ActionRow(
            key,
            view.t(N_("Take {count} lines into the case"), count=count),
            view.t(N_("one step: Ctrl+Z takes all of it back")),
            command="import-apply",
        )
    ]


# -- lines -------------------------------------------------------------------------------------------------------------


def _lines(view: View, state: ImportState, proposal: Proposal) -> list[r.Row]:
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Proposed lines")), view.t(N_("Enter on a line: look, change, leave"))),
        r.Note(_months(view, proposal), "dim"),
    ]
    if not proposal.lines:
        rows.append(r.Note(view.t(N_("Nothing in these files is income or a cost."))))
    for name, title in (("income", N_("What comes in")), ("costs", N_("What goes out"))):
        lines = [line for line in proposal.lines if line.list_name == name]
        if lines:
            rows.append(r.Note(view.t(title), "strong"))
        rows += [_line(view, state, line) for line in lines]
    return [*rows, *_worst(view, state, proposal)]


def _months(view: View, proposal: Proposal) -> str:
    cover = proposal.cover
    if cover.days:
        return view.t(
            N_("No month is whole: {count} days are stretched to a month, roughly. A longer statement says more."),
            count=cover.days,
        )
    if not cover.months:
        return view.t(N_("There are no rows to count."))
    words = view.t(
        N_("The middle one of {count} whole months, {first} to {last}."),
        count=len(cover.months),
        first=month_text(cover.months[0]),
        last=month_text(cover.months[-1]),
    )
    if not cover.partial:
        return words
    more = view.t(N_(", ")).join(month_text(month) for month in cover.partial[-4:])
    return f"{words} {view.t(N_('Not whole, so not counted: {months}.'), months=more)}"


def _line(view: View, state: ImportState, line: Proposed) -> r.Row:
    amount = state.choices.amounts.get(line.key, line.amount)
    way = way_of(line, state.choices)
    about = view.t(N_("about ")) if line.estimated and line.key not in state.choices.amounts else ""
    money = view.t(N_("to fill in")) if amount is None else about + (HIDDEN if view.hide else view.money(amount))
    label = f"{fit(line.name, 18)}{right(money, 13)} {every_words(view, line)}"
    hint = way_words(view, line, way)
    if line.worst is not None and line.worst != line.amount and not line.once and not hint:
        hint = view.t(N_("worst {amount}"), amount=view.money(line.worst))
    return r.ActionRow(
        f"line.{line.key}",
        label,
        hint,
        command="import-line",
        argument=line.key,
        style="dim" if way is Way.LEAVE else "accent",
    )


def _worst(view: View, state: ImportState, proposal: Proposal) -> list[r.Row]:
    if proposal.worst_takings is None:
        return []
    takes = takes_worst(view.case, proposal, state.choices)
    said = N_("becomes the bad month of the budget") if takes else N_("stays out of the budget")
    rows: list[r.Row] = [
        r.ActionRow(
            "worst",
            view.t(N_("Worst month of the shop: {amount}"), amount=view.money(proposal.worst_takings)),
            view.t(said),
            command="import-worst",
            style="accent" if takes else "dim",
        )
    ]
    if proposal.closed_months:
        months = view.t(N_(", ")).join(month_text(month) for month in proposal.closed_months)
        words = view.t(N_("Without any takings, and not taken for the worst: {months}. Was it closed?"), months=months)
        rows.append(r.Note(words, "warn", 2))
    names = [line.name for line in view.case.income] + [line.name for line in proposal.lines]
    if any(map(is_cash, names)):
        words = view.t(N_("No cash is in it: statements show none. Add to it what that month brought in cash."))
        rows.append(r.Note(words, "warn", 2))
    return rows


# -- parties -----------------------------------------------------------------------------------------------------------


def _parties(view: View, state: ImportState, proposal: Proposal) -> list[r.Row]:
    """Those of whom it is only guessed, and those decided just now; the others behind a fold."""
    fold = "import.parties"
    guesses = [each for each in proposal.parties if each.known is Known.GUESS or each.name in state.choices.parties]
    others = [each for each in proposal.parties if each not in guesses]
    rows: list[r.Row] = [r.Heading(view.t(N_("Who is it?")), view.t(N_("said once, kept in the case")))]
    if not guesses:
        rows.append(r.Note(view.t(N_("Nobody had to be guessed.")), "dim"))
    elif any(each.known is Known.GUESS for each in guesses):
        words = view.t(N_("A guess stands as “about” in its line. Say where these belong, the largest first:"))
        rows.append(r.Note(words, "dim"))
    opened = fold in view.unfolded
    shown = guesses if opened else guesses[:_SHOWN_PARTIES]
    rows += [_party(view, each) for each in (*shown, *(others if opened else ()))]
    rest = len(guesses) + len(others) - len(shown)
    if not opened and rest:
        label = view.t(N_("{count} more, with those there was no doubt about"), count=rest)
        rows.append(r.ActionRow(fold, label, command="unfold", argument=fold, style="dim"))
    return rows


def _party(view: View, each: PartyRow) -> r.Row:
    sums = []
    if each.coming:
        sums.append(view.t(N_("in {amount}"), amount=view.money(yuan(each.coming))))
    if each.going:
        sums.append(view.t(N_("out {amount}"), amount=view.money(yuan(each.going))))
    where = counted_as(view, each)
    mark = view.t(N_("guess: {words}"), words=where) if each.known is Known.GUESS else where
    hint = "  ".join((*sums, mark))
    style: Style = "accent" if each.known is Known.GUESS else ""
    return r.ActionRow(
        f"party.{each.name}", fit(each.name, 22), hint, command="import-party", argument=each.name, style=style
    )


# -- debts -------------------------------------------------------------------------------------------------------------


def _debts(view: View, state: ImportState, proposal: Proposal) -> list[r.Row]:
    if not proposal.service and not proposal.borrowed:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Debts")), view.t(N_("no living costs, not in the lines")))]
    for each in proposal.service:
        name = debt_name(view, each.debt) if each.debt else each.name
        words = view.t(
            N_("{name}: repaid {count} times, {amount} together, last on {day}"),
            name=name,
            count=each.count,
            amount=view.money(yuan(each.fen)),
            day=format_date(each.last),
        )
        if each.debt:
            rows.append(r.Note(words))
            continue
        taken = each.name in state.choices.debts
        hint = N_("will be listed as a debt") if taken else N_("not among your debts: Enter lists it")
        style: Style = "accent" if taken else "warn"
        rows.append(
            r.ActionRow(
                f"debt.{each.name}", words, view.t(hint), command="import-debt", argument=each.name, style=style
            )
        )
    if proposal.borrowed:
        total = sum(each.fen for each in proposal.borrowed)
        words = view.t(N_("Borrowed money came in: {amount}. It is no income."), amount=view.money(yuan(total)))
        rows.append(r.Note(words, "warn"))
    return rows


# -- how it adds up ----------------------------------------------------------------------------------------------------


def _sums(view: View, found: Rows) -> list[r.Row]:
    heaps: tuple[tuple[Heap, str], ...] = (
        (found.moves, N_("Moved between own accounts: {count} rows, {amount}")),
        (found.refunds, N_("Came back as refunds, set against what was bought: {count} rows, {amount}")),
        (found.closed, N_("Closed orders that were never paid: {count} rows, {amount}")),
        (found.elsewhere, N_("Bank rows that the purse's own statement tells more of: {count} rows, {amount}")),
    )
    rows: list[r.Row] = [r.Heading(view.t(N_("Neither income nor cost")))]
    rows += [
        r.Note(view.t(msgid, count=f"{heap.count:,}", amount=view.money(yuan(heap.fen))))
        for heap, msgid in heaps
        if heap.count
    ]
    if found.foreign:
        rows.append(r.Note(view.t(N_("In another currency, left out: {count} rows"), count=found.foreign), "warn"))
    if len(rows) == 1:
        rows.append(r.Note(view.t(N_("There is nothing of that kind.")), "dim"))
    return rows


# -- files -------------------------------------------------------------------------------------------------------------


def _files(view: View, imported: Import) -> list[r.Row]:
    rows: list[r.Row] = [r.Heading(view.t(N_("The files")))]
    for number, (file, twice) in enumerate(zip(imported.files, imported.duplicates, strict=True)):
        rows += [r.Note(file.name, "strong"), r.Note(_read(view, file, twice), indent=2)]
        rows += [r.Note(sentence(each, view.lang), "warn", 2) for each in file.notices]
        rows += _printed(view, file)
        rows += _skipped(view, file, f"import.skipped.{number}")
    return [*rows, *_changed(view, imported)]


def _changed(view: View, imported: Import) -> list[r.Row]:
    """Payments that two files hold with different amounts: each counts once, as the file that reaches further has it."""
    lines: list[r.Row] = [
        r.Note(
            view.t(
                N_("{day} {party}: {amount} counts, {other} in the other file does not."),
                day=f"{counts.at:%Y-%m-%d}",
                party=counts.party,
                amount=view.money(counts.amount),
                other=view.money(other.amount),
            ),
            "",
            2,
        )
        for counts, other in imported.changed[:_SHOWN_LINES]
    ]
    if not lines:
        return []
    words = view.t(
        N_(
            "{count} payments have another amount in another file. Each is counted once, by the file that reaches further."
        ),
        count=len(imported.changed),
    )
    return [r.Note(words, "warn"), *lines]


def _read(view: View, file: StatementFile, twice: int) -> str:
    return view.t(
        N_("{rows} rows: {read} read, {skipped} left out, {twice} already in another file"),
        rows=f"{file.rows:,}",
        read=f"{len(file.transactions):,}",
        skipped=len(file.skipped),
        twice=twice,
    )


def _printed(view: View, file: StatementFile) -> list[r.Row]:
    """The summary the file prints beside what its rows come to; it is often of other rows."""
    if file.printed is None:
        return []
    rows: list[r.Row] = []
    differ = False
    for word, (count, amount) in file.printed.by_direction.items():
        own_count, own = file.by_direction.get(word, (0, yuan(0)))
        words = view.t(
            N_("{word}: printed {count} rows, {amount}; counted {own_count} rows, {own}"),
            word=word,
            count=count,
            amount=view.money(amount),
            own_count=own_count,
            own=view.money(own),
        )
        same = (count, amount) == (own_count, own)
        differ = differ or not same
        rows.append(r.Note(words, "" if same else "accent", 2))
    if differ:
        words = view.t(
            N_("What a file prints is often the sum of other rows. What is counted are the rows themselves.")
        )
        rows.append(r.Note(words, "dim", 2))
    return rows


def _skipped(view: View, file: StatementFile, fold: str) -> list[r.Row]:
    if not file.skipped:
        return []
    if fold not in view.unfolded:
        label = view.t(N_("Show the {count} rows left out"), count=len(file.skipped))
        return [r.ActionRow(fold, label, command="unfold", argument=fold, style="dim")]
    lines: list[r.Row] = [
        r.Note(view.t(N_("Row {line}: {why}"), line=each.line, why=sentence(each.reason, view.lang)), indent=2)
        for each in file.skipped[:_SHOWN_LINES]
    ]
    if len(file.skipped) > _SHOWN_LINES:
        lines.append(r.Note(view.t(N_("and {count} more"), count=len(file.skipped) - _SHOWN_LINES), "dim", 2))
    return lines

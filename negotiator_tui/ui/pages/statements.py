"""Choosing statements to read in, how to ask for them, and those that are in the case already."""

from negotiator_tui.case.kinds import MaterialState
from negotiator_tui.case.materials import OwnMonth, Statement
from negotiator_tui.case.questions import questions
from negotiator_tui.guide.content import say, structure
from negotiator_tui.guide.facts import fact, fact_sentence
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.fault import sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.import_state import ImportState
from negotiator_tui.ui.pages.forms import in_place, matches
from negotiator_tui.ui.pages.taking import size_words
from negotiator_tui.ui.view import View, cell


def statements(view: View) -> list[r.Row]:
    """The line a path is typed on, or the password where one is needed; then the newest files, and how to get some."""
    state = view.importing
    rows: list[r.Row] = [r.Heading(view.t(N_("Statements")), _aside(view, state))]
    if state is not None and state.running:
        return [*rows, *_running(view, state)]
    if state is not None and state.locked is not None:
        return [*rows, *_locked(view, state)]
    if state is not None and state.problem is not None:
        rows.append(r.Note(sentence(state.problem, view.lang), "warn"))
    if state is not None and state.unknown is not None:
        rows.append(
            r.ActionRow(
                "columns",
                view.t(N_("Say which column of “{name}” holds what"), name=state.unknown.path.name),
                target=r.Target("columns"),
            )
        )
    rows.append(r.FindRow("", view.t(N_("drop the file here, or type where it is; then Enter")), command="import-file"))
    if view.find:
        return [*rows, *_found(view, state)]
    rows += [
        r.Note(
            view.t(
                N_(
                    "Your own exports of Alipay, WeChat or a bank: CSV, Excel, or the zip from the mail as it came. "
                    "You see everything before anything changes. Nothing leaves this computer."
                )
            ),
            "dim",
        )
    ]
    if state is not None and state.imported is not None:
        rows.append(
            r.ActionRow(
                "import",
                view.t(N_("Look through what was read")),
                view.t(N_("nothing is changed yet")),
                target=r.Target("import"),
            )
        )
    return [*rows, *_found(view, state), *_asking(view), *_there(view), *_months(view), *_parties(view)]


def _aside(view: View, state: ImportState | None) -> str:
    count = len(state.files) if state is not None else 0
    return view.t(N_("{count} files read, not in the case yet"), count=count) if count else ""


def _running(view: View, state: ImportState) -> list[r.Row]:
    words = view.t(N_("Reading “{name}”: {count} rows so far."), name=state.running, count=f"{state.done:,}")
    return [
        r.Note(words),
        r.ActionRow(
            "stop", view.t(N_("Stop reading")), view.t(N_("Esc does the same")), command="import-stop", argument="row"
        ),
    ]


def _locked(view: View, state: ImportState) -> list[r.Row]:
    rows: list[r.Row] = []
    if state.problem is not None:
        rows.append(r.Note(sentence(state.problem, view.lang), "accent"))
    return [
        *rows,
        r.FindRow(
            "", view.t(N_("the password of this file; then Enter")), command="import-password", secret=True, alone=True
        ),
        r.Note(view.t(N_("It opens this one file and is not kept anywhere.")), "dim"),
        r.ActionRow("stop", view.t(N_("Choose another file")), command="import-stop"),
    ]


def _found(view: View, state: ImportState | None) -> list[r.Row]:
    found = [each for each in (state.found if state else ()) if matches(view, each.path.name, str(each.path))]
    if state is None:
        if view.find:  # Enter is for what is being typed
            return []
        return [
            r.ActionRow(
                "look",
                view.t(N_("Look on the desktop and in the downloads")),
                view.t(N_("only for tables and zips")),
                command="import-begin",
            )
        ]
    if not found:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Newest on the desktop and in the downloads")))]
    return rows + [
        r.ActionRow(
            f"file.{each.path}",
            each.path.name,
            f"{format_moment(each.written)}  {size_words(each.size)}  {each.path.parent.name}",
            command="import-file",
            argument=str(each.path),
        )
        for each in found[:12]
    ]


def _asking(view: View) -> list[r.Row]:
    """How to ask an app or a bank for an export."""
    fold = "statements.asking"
    rows: list[r.Row] = [r.Heading(view.t(N_("How to get a statement")))]
    rows += _asked_for(view)
    if fold not in view.unfolded:
        label = view.t(N_("From Alipay, WeChat, a bank; and where the password is"))
        return [*rows, r.ActionRow(fold, label, command="unfold", argument=fold)]
    shown = ""
    for name, entry in structure("statements").items():
        if entry["group"] != shown:
            shown = entry["group"]
            rows.append(r.Note(view.t(_GROUPS[shown]), "strong"))
        rows.append(r.Note(say("statements", view.lang, name), indent=2))
        rows += [r.Note(fact_sentence(fact(each), view.lang, view.today), "dim", 2) for each in entry.get("facts", ())]
    return rows


_PAPER = "statements-3"
"""The paper of the checklist that an export becomes."""


def _asked_for(view: View) -> list[r.Row]:
    """Noted that an export is on its way, or that there is none; the next thing is another then."""
    noted = next((each.state for each in view.case.materials if each.kind == _PAPER), None)
    if view.case.statements or noted in {MaterialState.HAVE, MaterialState.NOT_NEEDED}:
        return []
    if noted is MaterialState.ASKED:
        return [r.Note(view.t(N_("Asked for. The mail brings it; the shop can be filled in meanwhile.")), "dim")]
    states = (
        (MaterialState.ASKED, N_("I have asked for it"), N_("the mail may take a while")),
        (MaterialState.NOT_NEEDED, N_("I have no statements"), N_("rough figures do for now")),
    )
    return [
        r.ActionRow(
            f"statements.{state}",
            view.t(label),
            view.t(hint),
            command="replace",
            argument=f"material-stands {_PAPER} {state}",
        )
        for state, label, hint in states
    ]


_GROUPS = {"wallets": N_("Alipay, WeChat"), "banks": N_("A bank"), "careful": N_("Be careful")}


def _there(view: View) -> list[r.Row]:
    if not view.case.statements:
        return []
    rows: list[r.Row] = [r.Heading(view.t(N_("Read in before")))]
    return rows + [r.Note(_told(view, each), "dim") for each in view.case.statements]


def _months(view: View) -> list[r.Row]:
    """The months the statements gave, to look at and to correct; they are added by reading only."""
    if not view.case.own_months:
        return []
    fold = "statements.months"
    rows: list[r.Row] = [r.Heading(view.t(N_("Your own months")))]
    if fold not in view.unfolded:
        label = view.t(N_("{count} months are read in"), count=len(view.case.own_months))
        return [*rows, r.ActionRow(fold, label, command="unfold", argument=fold, style="dim")]
    columns = tuple(each for each in questions(OwnMonth) if each.ask.column)
    rows.append(r.ColumnsRow(columns))
    for month in sorted(view.case.own_months, key=lambda each: (each.month or "", each.source or "")):
        cells = tuple(cell(month, ("own_months", month.id), each) for each in columns)
        rows.append(r.CellsRow("own_months", month.id, cells))
    return rows


def _parties(view: View) -> list[r.Row]:
    """Whom the borrower sorted once; the next statement is read accordingly."""
    if not view.case.parties:
        return []
    fold = "statements.parties"
    rows: list[r.Row] = [r.Heading(view.t(N_("Who belongs where")))]
    if fold not in view.unfolded:
        label = view.t(N_("{count} are sorted; the next statement is read accordingly"), count=len(view.case.parties))
        return [*rows, r.ActionRow(fold, label, command="unfold", argument=fold, style="dim")]
    return [*rows, *in_place(view, "parties", view.t(N_("another name, as the statement writes it")))]


def _told(view: View, each: Statement) -> str:
    """One statement of the case in a line."""
    days = [format_date(day) for day in (each.first_day, each.last_day) if day is not None]
    parts = [each.file or view.t(N_("a statement")), " - ".join(days)]
    if each.rows:
        parts.append(view.t(N_("{count} rows"), count=each.rows))
    if each.imported_on is not None:
        parts.append(view.t(N_("read in on {day}"), day=format_date(each.imported_on)))
    return view.t(N_(", ")).join(part for part in parts if part)

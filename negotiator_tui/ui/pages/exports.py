"""What leaves a case as something other than a letter: the calendar, the log as a table, the papers together."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.documents.bundle import wanted
from negotiator_tui.documents.calendar import calendar_days
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import fault, sentence
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.choosing import choice, chosen
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.identity_rows import identity_rows
from negotiator_tui.ui.signing import signing_of
from negotiator_tui.ui.view import View, hidden_words

EXPORTS = ("calendar", "log", "bundle")
_TITLES: dict[str, tuple[str, str]] = {
    "calendar": (N_("Days for the phone's calendar"), N_("reminds 7 days and 1 day before")),
    "log": (N_("Contacts as a table"), N_("every entry as it was written")),
    "bundle": (N_("Papers together in one file"), N_("numbered, with an index; also redacted")),
}
_SHOWN = 10
"""Days shown of a calendar."""


def menu_rows(view: View) -> list[r.Row]:
    """The rows that open each."""
    rows: list[r.Row] = [r.Heading(view.t(N_("Tables, calendar, papers")))]
    for name, (title, hint) in _TITLES.items():
        rows.append(open_row(view, f"document.{name}", name, view.t(title), view.t(hint)))
    return rows


def open_row(view: View, key: str, name: str, label: str = "", hint: str = "") -> r.ActionRow:
    """The row on any page that leads to one of them."""
    return r.ActionRow(key, label or view.t(_TITLES[name][0]), hint, command="export-open", argument=name)


def export_rows(view: View, name: str) -> list[r.Row]:
    """One of them: what will be in it, what can be chosen, and the keys that write it."""
    title, hint = _TITLES[name]
    rows: list[r.Row] = [r.Heading(view.t(title), view.t(hint))]
    return [*rows, *{"calendar": _calendar, "log": _log, "bundle": _bundle}[name](view)]


def schedule_rows(view: View) -> list[r.Row]:
    """Under the schedule on paper: the same as a table."""
    return [_save(view, "schedule.xlsx", N_("Save as .xlsx")), _save(view, "schedule.csv", N_("Save as .csv"))]


def with_names(view: View) -> bool:
    """Whether the calendar is to say what each day is about."""
    return chosen(view, "calendar-names") == "yes"


def bundle_debt(view: View) -> Debt | None:
    """The debt the papers are to be about; None for all."""
    picked = chosen(view, "bundle-debt")
    return next((each for each in view.case.debts if each.id == picked), None)


def with_letters(view: View) -> bool:
    """Whether what was handed over goes into the bundle."""
    return chosen(view, "bundle-letters") == "yes"


def _calendar(view: View) -> list[r.Row]:
    names = with_names(view)
    days = calendar_days(view.case, view.today, view.lang, names=names)
    if not days:
        return [
            r.Note(sentence(fault("documents.no-days"), view.lang), "accent"),
            r.ActionRow("debts", view.t(N_("Look at the debts")), target=r.Target("debts")),
        ]
    words = N_("Nobody is named in the titles: a phone shows them to whoever looks at it.")
    if names:
        words = N_("The titles say what each day is about. Whoever sees the phone can read it.")
    rows: list[r.Row] = [
        r.Note(view.t(words), "warn" if names else "dim"),
        _toggle(view, "calendar-names", N_("Say in the titles what it is about"), N_("Name nobody again"), on=names),
        r.Heading(view.t(N_("As it will stand there")), view.t(N_("{count} days"), count=len(days))),
    ]
    for each in days[:_SHOWN]:
        title = hidden_words(each.title) if view.hide else each.title
        rows.append(r.Note((Span(f"{format_date(each.day)}  ", "dim"), Span(title))))
    if len(days) > _SHOWN:
        rows.append(r.Note(view.t(N_("and {count} later days"), count=len(days) - _SHOWN), "dim"))
    hint = N_("send it to the phone and open it there; saved again it takes the place of the old one")
    return [*rows, r.Heading(view.t(N_("Take it along"))), _save(view, "calendar", N_("Save as .ics"), hint)]


def _log(view: View) -> list[r.Row]:
    count = len(view.case.contacts)
    if not count:
        return [
            r.Note(view.t(N_("No contact is written down yet.")), "accent"),
            r.ActionRow("log", view.t(N_("Contacts")), target=r.Target("log")),
        ]
    return [
        r.Note(
            view.t(
                N_("{count} entries, with what was said, promised and asked for. Corrections stay apart."), count=count
            )
        ),
        r.Note(view.t(N_("It names people as they were written down. For a lawyer, a regulator, a court.")), "dim"),
        r.Heading(view.t(N_("Take it along"))),
        _save(view, "log.xlsx", N_("Save as .xlsx")),
        _save(view, "log.csv", N_("Save as .csv")),
    ]


def _bundle(view: View) -> list[r.Row]:
    debt = bundle_debt(view)
    papers = wanted(view.case, debt)
    if not papers:
        return [
            r.Note(sentence(fault("documents.no-exhibits"), view.lang), "accent"),
            r.ActionRow("materials", view.t(N_("Materials")), target=r.Target("materials")),
        ]
    there = sum(each.sha256 is not None for each in papers)
    rows: list[r.Row] = [
        r.Note(
            view.t(
                N_("{count} papers have a number, {there} of them a file here. The index names them all."),
                count=len(papers),
                there=there,
            ),
            "" if there else "warn",
        ),
        *_choices(view, debt),
        r.Heading(view.t(N_("What goes along"))),
    ]
    for each in papers:
        number = view.t(N_("Ex. {number}"), number=each.exhibit)
        state = view.t(N_("file")) if each.sha256 is not None else view.t(N_("only listed: no file here"))
        target = r.Target("item", ("materials", each.id))
        rows.append(r.ActionRow(f"bundle.{each.id}", f"{number}  {each.name or ''}", state, target=target, style=""))
    rows += [
        r.Heading(view.t(N_("Take it along"))),
        _save(view, "bundle", N_("Save as .zip, as it is"), N_("index, papers, hashes")),
        r.Heading(view.t(N_("Redacted, for a lawyer or mediator"))),
        r.Note(
            view.t(
                N_(
                    "Numbers of identity, phones, cards and accounts are masked in texts and tables, and so are the names "
                    "typed below. Pictures, .pdf and .docx cannot be masked: they are left out, and the index says so."
                )
            ),
            "dim",
        ),
    ]
    who = signing_of(view.signing, view.case).of(debt.id if debt is not None else "")
    rows += identity_rows(view, who, debt.id if debt is not None else "-")
    if not who.name:
        rows.append(r.Note(sentence(fault("documents.bundle-name"), view.lang), "warn"))
    return [*rows, _save(view, "redacted", N_("Save as .zip, redacted"))]


def _choices(view: View, debt: Debt | None) -> list[r.Row]:
    """For whom: all debts or one after the other; with or without what was handed over."""
    rows: list[r.Row] = []
    ids = ["", *(each.id for each in view.case.debts)]
    if len(ids) > 2:
        following = ids[(ids.index(debt.id if debt is not None else "") + 1) % len(ids)]
        after = debt_name(view, following) if following else view.t(N_("all debts"))
        label = debt_name(view, debt.id) if debt is not None else view.t(N_("all debts"))
        rows.append(
            r.ActionRow(
                "bundle.debt",
                view.t(N_("About: {name}"), name=label),
                view.t(N_("Enter: {name}"), name=after),
                command="unfold",
                argument=choice(view, "bundle-debt", following),
            )
        )
        if debt is None:
            rows.append(r.Note(sentence(fault("documents.bundle-all"), view.lang), "dim"))
    on = with_letters(view)
    if any(each.text and each.on for each in view.case.sent):
        rows.append(
            _toggle(view, "bundle-letters", N_("Add what was handed over so far"), N_("Leave the letters out"), on=on)
        )
    return rows


def _toggle(view: View, group: str, off_label: str, on_label: str, *, on: bool) -> r.Row:
    argument = choice(view, group, "" if on else "yes")
    return r.ActionRow(group, view.t(on_label if on else off_label), command="unfold", argument=argument, style="dim")


def _save(view: View, what: str, label: str, hint: str = "") -> r.Row:
    return r.ActionRow(
        f"save.{what}", view.t(label), view.t(hint) if hint else "", command="export-save", argument=what
    )

"""After a refusal: how far one is with a debt, with the days to wait for, and the complaint to the lender itself."""

from negotiator_tui.case.debts import Debt
from negotiator_tui.case.kinds import Answer, LoanUse, Refusal, Shape
from negotiator_tui.case.labels import label
from negotiator_tui.guide.debt_kind import institution
from negotiator_tui.guide.levels import Level, complaint_draft, last_complaint, levels
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span, Style
from negotiator_tui.ui.pages.forms import debt_name
from negotiator_tui.ui.pages.guided import grounds
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.view import View

_FOLD = "levels"
_NOT_SAID = {Refusal.JUDGMENT, Refusal.UNLICENSED, Refusal.CANNOT_CARRY}


def level_rows(view: View, debt: Debt) -> list[r.Row]:
    """The levels with what is on record about each, the next one standing out; the complaint behind a fold."""
    found = levels(view.case, debt, view.today, view.lang)
    rows: list[r.Row] = [
        r.Heading(view.t(N_("How far you are")), view.t(N_("with {name}"), name=debt_name(view, debt.id)))
    ]
    following = next((n for n, each in enumerate(found) if each.on is None), None)
    for n, each in enumerate(found):
        rows.append(_level(view, n + 1, each, following=n == following))
    if institution(debt):
        rows += _complaint(view, debt)
    facts = [fact for each in found for fact in each.note.facts]
    return [*rows, *grounds(view, f"levels.{debt.id}", facts)]


def _level(view: View, number: int, each: Level, *, following: bool) -> r.Row:
    words, style = _standing(view, each)
    shown: tuple[Span, ...] = (Span(each.note.title, "strong" if following else ""), Span("  " + words, style))
    if following:
        shown = (*shown, Span("  " + each.note.text, "dim"))
    return hanging(Span(f"{number}  ", "accent" if following else "dim"), shown)


def _standing(view: View, each: Level) -> tuple[str, Style]:
    """When it was taken, and by which day an answer should be there."""
    if each.on is None:
        return "", "dim"
    taken = view.t(N_("on {day}"), day=format_date(each.on))
    if each.answered:
        return taken + view.t(N_(", answered")), "good"
    ahead = next((day for day in each.due if day >= view.today), None)
    if ahead is not None:
        return taken + view.t(N_(", answer by {day}"), day=format_date(ahead)), "accent"
    if each.due:
        return taken + view.t(N_(", the day {day} has passed"), day=format_date(each.due[-1])), "warn"
    return taken, "dim"


def _complaint(view: View, debt: Debt) -> list[r.Row]:
    """The days of a complaint that was made; else a draft to copy, and the key that starts its days."""
    made = last_complaint(view.case, debt)
    if made is not None and made.answered_on is None:
        days = next(each.due for each in levels(view.case, debt, view.today, view.lang) if each.note.id == "complaint")
        words = view.t(
            N_("Its answer is due by {usual}; if it is complex by {complex}, with the extension by {last}."),
            usual=format_date(days[0]),
            complex=format_date(days[1]),
            last=format_date(days[2]),
        )
        path = ("sent", made.id, "answered_on")
        answered = r.ActionRow("answered", view.t(N_("They answered")), target=r.Target("item", path))
        return [r.Note(words, indent=3), answered]
    fold = f"{_FOLD}.{debt.id}"
    if fold not in view.unfolded:
        text = view.t(N_("A complaint to the lender, to read and copy"))
        return [r.ActionRow(fold, text, command="unfold", argument=fold)]
    note = complaint_draft(view.case, debt, view.today, view.lang, _answer(view, debt))
    rows: list[r.Row] = [r.Note(note.text, indent=3), r.Note(note["hint"], "dim", 3)]
    if debt.shape is Shape.LOAN and debt.loan_use is not LoanUse.CONSUMER:
        words = N_("This is a business loan: under the rules for consumer complaints it may not be accepted.")
        unknown = N_("If it is a business loan, it may not be accepted under the rules for consumer complaints.")
        rows.append(r.Note(view.t(words if debt.loan_use is LoanUse.BUSINESS else unknown), "warn", 3))
    return [
        *rows,
        r.ActionRow("copy.complaint", view.t(N_("Copy it")), command="copy", argument=note.text),
        r.ActionRow(
            "complained",
            view.t(N_("Complained today")),
            view.t(N_("counts its 15, 30 and 60 days from today")),
            command="replace",
            argument=f"complained-today {debt.id}",
        ),
    ]


def _answer(view: View, debt: Debt) -> str:
    """The reason that was given last, as it is called; none for what they did not say themselves."""
    given = [each.refusal for each in view.case.offers if each.debt == debt.id and each.answer is Answer.REFUSED]
    return view.t(label(given[-1])) if given and given[-1] is not None and given[-1] not in _NOT_SAID else ""

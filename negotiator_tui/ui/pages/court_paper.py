"""What follows from one paper of a court: the days left, how to check it, what to do, what to bring."""

from collections.abc import Sequence
from datetime import date

from negotiator_tui.case.base import Item
from negotiator_tui.case.court import Court
from negotiator_tui.case.kinds import CourtPaper, YesNo
from negotiator_tui.guide.deadlines import order_last_day
from negotiator_tui.guide.notes import Note
from negotiator_tui.guide.pages import court_page
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Style
from negotiator_tui.ui.pages.guided import fact_rows
from negotiator_tui.ui.pages.hanging import beside
from negotiator_tui.ui.view import View

SOON = 7
"""Days from which on a day that others have set is pointed out."""

_PARTS = (
    ("what", N_("What it is")),
    ("verify", N_("Is it real?")),
    ("do", N_("To do")),
    ("deadline", N_("Last day")),
    ("bring", N_("To bring")),
)


def extras(view: View, court: Item) -> list[r.Row]:
    """The days left, then what this kind of paper is and asks for; before its kind is chosen, only that question."""
    if not isinstance(court, Court):
        return []
    if court.kind is None:
        return [r.Note(view.t(N_("Choose above what came. What to do about it then stands here.")), "accent")]
    note = court_page(court, view.case, view.today, view.lang)
    return [
        r.Heading(note.title),
        *_days(view, court),
        *(_unchecked(view) if court.verified is not YesNo.YES and court.answered_on is None else []),
        *told_paper(view, note),
        *_ways(view, court),
    ]


def told_paper(view: View, note: Note, *, indent: int = 0, then: Sequence[r.Row] = ()) -> list[r.Row]:
    """What a kind of paper is, how to check it, what to do, until when, what to bring; `then`; the rules behind it."""
    return [
        *beside(((view.t(title), note[field]) for field, title in _PARTS), indent=indent),
        *then,
        *fact_rows(view, note.facts, indent=indent),
    ]


def last_day(court: Court) -> date | None:
    """The day a paper sets: fifteen days after receipt for a payment order, else the day named in it.

    While the receipt is not known they are counted from the date written on it, which is never later.
    """
    return order_last_day(court) or court.hearing


def standing(view: View, court: Court) -> tuple[str, Style]:
    """How a paper stands in a few words: answered, so many days left, over, or without a day."""
    if court.answered_on is not None:
        return view.t(N_("answered {day}"), day=format_date(court.answered_on)), "good"
    day = last_day(court)
    if day is None:
        if court.kind is CourtPaper.PAYMENT_ORDER:
            return view.t(N_("15 days from receipt: which day?")), "warn"
        return view.t(N_("no day known")), "dim"
    left = (day - view.today).days
    if left < 0:
        return view.t(N_("was due {day}"), day=format_date(day)), "warn"
    if left == 0:
        return view.t(N_("today is the last day")), "warn"
    words = view.t(N_("{day}, {count} days left"), day=format_date(day), count=left)
    return words, "warn" if left <= SOON else "accent"


def _days(view: View, court: Court) -> list[r.Row]:
    """The day that counts, in words."""
    words, style = standing(view, court)
    rows: list[r.Row] = []
    order = court.kind is CourtPaper.PAYMENT_ORDER
    if order and court.received_on is None and court.answered_on is None:
        rows += _unknown_receipt(view, court, words, style)
    elif order and last_day(court) is not None and court.answered_on is None:
        rows.append(r.Note(view.t(N_("Fifteen days to pay or to object in writing: {words}"), words=words), style))
    elif last_day(court) is not None or court.answered_on is not None:
        rows.append(r.Note(words, style))
    if _is_over(view, court):
        rows.append(
            r.Note(
                view.t(N_("The day has passed. Call that court and 12348 today and ask what is still open.")), "warn"
            )
        )
    return rows


def _unknown_receipt(view: View, court: Court, words: str, style: Style) -> list[r.Row]:
    """A payment order whose day of receipt is not known: how to find it out, and the safe way to count meanwhile."""
    rows: list[r.Row] = [
        r.ActionRow(
            "received",
            view.t(N_("Which day was it handed over? The fifteen days count from there.")),
            target=r.Target("item", ("court", court.id, "received_on")),
            style="warn",
        ),
        r.Note(
            view.t(
                N_(
                    "Not known? Look at the envelope, the courier's message or who signed for it, and ask that court "
                    "which day its record of delivery has."
                )
            )
        ),
    ]
    if court.dated is None:
        words = view.t(N_("Until then count from the date written on the order; without it, call the court today."))
        path = ("court", court.id, "dated")
        return [*rows, r.ActionRow("dated", words, target=r.Target("item", path), style="warn")]
    safe = N_("Counted from the date written on it, to be safe: {words}")
    return [*rows, r.Note(view.t(safe, words=words), style)]


def _is_over(view: View, court: Court) -> bool:
    day = last_day(court)
    return day is not None and day < view.today and court.answered_on is None and court.kind is CourtPaper.PAYMENT_ORDER


def _unchecked(view: View) -> list[r.Row]:
    return [
        r.Note(view.t(N_("Not checked yet. Check first that it is real; pay nothing and open no link before.")), "warn")
    ]


def _ways(view: View, court: Court) -> list[r.Row]:
    """Where what has to be brought is found."""
    rows: list[r.Row] = [
        r.ActionRow(
            "materials", view.t(N_("Materials: what to bring is ticked off there")), target=r.Target("materials")
        ),
    ]
    if last_day(court) is not None and court.answered_on is None:
        label, hint = view.t(N_("Days for the phone's calendar")), view.t(N_("reminds 7 days and 1 day before"))
        rows.append(r.ActionRow("calendar", label, hint, command="export-open", argument="calendar", style="dim"))
    if court.kind is CourtPaper.MEDIATION:
        rows.append(r.ActionRow("script", view.t(N_("What to say, with your figures")), target=r.Target("script")))
    return rows

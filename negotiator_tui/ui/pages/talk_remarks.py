"""What is said at once about a talk: signs of fraud with what to do, and what was said otherwise before."""

from collections.abc import Iterable
from decimal import Decimal

from negotiator_tui.case.labels import label
from negotiator_tui.guide.consistency import Difference, Value
from negotiator_tui.guide.scam import ScamWarning
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import Span
from negotiator_tui.ui.pages.guided import facts_of, grounds
from negotiator_tui.ui.pages.hanging import hanging
from negotiator_tui.ui.view import View

_DIFFERS = {
    "income": N_("You named an income of {now} a month; on {day} it was {before}."),
    "cause": N_("You gave “{now}” as the reason; on {day} it was “{before}”."),
    "amount": N_("You named {now} a month for this debt; on {day} it was {before}."),
}


def scam_rows(view: View, warning: ScamWarning | None) -> list[r.Row]:
    """The signs that were noted or only sound like it, and what to do now."""
    if warning is None:
        return []
    sure = bool(warning.signs)
    words = (
        N_("Stop here. This is a sign of fraud.") if sure else N_("This sounds like a sign of fraud. Stop and check.")
    )
    rows: list[r.Row] = [r.Heading(view.t(words))]
    rows += [hanging(Span("! ", "warn"), (Span(each.text, "warn"),)) for each in (*warning.signs, *warning.heard)]
    rows += [hanging(Span(f"{number}  ", "accent"), each.text) for number, each in enumerate(warning.steps, 1)]
    return [*rows, *grounds(view, "scam", facts_of((*warning.signs, *warning.heard, *warning.steps)))]


def scam_brief(view: View, warning: ScamWarning | None) -> list[r.Row]:
    """The same in few lines, while somebody is speaking: what it sounds like, and the first thing to do."""
    if warning is None:
        return []
    signs = [each.text for each in (*warning.signs, *warning.heard)]
    words = view.t(N_("A sign of fraud: {sign}"), sign=signs[0])
    return [r.Note((Span(words, "warn"), Span("  " + warning.steps[0].text, "warn")))]


def difference_rows(view: View, found: Iterable[Difference]) -> list[r.Row]:
    """What was said otherwise before, each a way to where it stands. Nobody is accused: figures do change."""
    rows: list[r.Row] = []
    for each in found:
        args = {"now": _said(view, each.now), "before": _said(view, each.before), "day": format_date(each.on)}
        target = r.Target("item", each.source)
        hint = view.t(N_("in what was sent")) if each.source[0] == "sent" else ""
        key = f"differs.{each.about}.{each.source[1]}"
        rows.append(r.ActionRow(key, view.t(_DIFFERS[each.about], **args), hint, target=target, style="warn"))
    if rows:
        words = view.t(N_("If something changed, say since when and why; if it was a slip, correct it in writing."))
        rows.append(r.Note(words, "dim"))
    return rows


def _said(view: View, value: Value) -> str:
    return view.money(value) if isinstance(value, Decimal) else view.t(label(value))

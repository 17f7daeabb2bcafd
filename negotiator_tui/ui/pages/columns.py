"""A statement whose columns are not known: what each of them holds, with the first rows beside it."""

from negotiator_tui.importers.cells import moment_of
from negotiator_tui.importers.columns import Role, mapping_of, turned_day
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_
from negotiator_tui.ui import rows as r
from negotiator_tui.ui.ink import fit
from negotiator_tui.ui.view import View

_LABELS: dict[Role, str] = {
    Role.NOTHING: N_("not needed"),
    Role.DATE: N_("the date"),
    Role.TIME: N_("the time of day"),
    Role.AMOUNT: N_("the amount"),
    Role.IN: N_("money that came in"),
    Role.OUT: N_("money that went out"),
    Role.DIRECTION: N_("in or out, in words"),
    Role.PARTY: N_("who it was"),
    Role.ITEM: N_("what it was for"),
    Role.ID: N_("the number of the row"),
}
_SHOWN = 2


def columns(view: View) -> list[r.Row]:
    """The columns of the file, one a row; Enter turns what it holds."""
    unknown = view.importing.unknown if view.importing is not None else None
    if unknown is None:
        return [r.Heading(view.t(N_("Columns"))), r.Note(view.t(N_("No file waits for its columns to be said.")))]
    candidate = unknown.candidate
    rows: list[r.Row] = [
        r.Heading(view.t(N_("Columns")), unknown.path.name),
        r.Note(
            view.t(
                N_(
                    "This statement is of a kind that is not known here. Say which column holds what: Enter turns it. "
                    "A date and an amount are needed; it is remembered for the next file of this kind."
                )
            )
        ),
        r.Note(view.t(N_("Row {line} is taken for the names of the columns."), line=candidate.line), "dim"),
    ]
    if len(unknown.candidates) > 1:
        rows.append(r.ActionRow("header", view.t(N_("Take another row")), command="import-column", argument="header"))
    for place, (name, role) in enumerate(zip(candidate.names, unknown.roles, strict=True)):
        samples = [sample[place] for sample in candidate.sample[:_SHOWN] if place < len(sample)]
        label = f"{fit(name or '-', 18)} = {view.t(_LABELS[role])}"
        shown = view.t(N_("for example {words}"), words=" / ".join(fit(each, 16).strip() for each in samples if each))
        rows.append(
            r.ActionRow(
                f"column.{place}",
                label,
                shown if any(samples) else "",
                command="import-column",
                argument=str(place),
                style="dim" if role is Role.NOTHING else "accent",
            )
        )
    if Role.AMOUNT in unknown.roles and Role.DIRECTION not in unknown.roles:
        said = (
            N_("an amount without a sign was spent")
            if unknown.charges_positive
            else N_("an amount without a sign came in")
        )
        rows.append(
            r.ActionRow(
                "charges", view.t(said), view.t(N_("Enter turns it")), command="import-column", argument="charges"
            )
        )
    turned = turned_day(candidate, unknown.roles)
    day = moment_of(turned, unknown.order) if turned else None
    if day is not None:
        said = view.t(N_("“{text}” is {day}"), text=turned, day=format_date(day.date()))
        rows.append(r.ActionRow("order", said, view.t(N_("Enter turns it")), command="import-column", argument="order"))
    ready = mapping_of(candidate.names, unknown.roles, charges_positive=False) is not None
    rows.append(r.Blank())
    if ready:
        rows.append(r.ActionRow("read", view.t(N_("Read the file with these columns")), command="import-columns"))
    else:
        rows.append(r.Note(view.t(N_("Still open: a column for the date and one for the amount.")), "warn"))
    return rows

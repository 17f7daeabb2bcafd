"""`export --calendar`: the days of a case for the calendar of a phone."""

from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.faults import RefusedError, fault
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.cli.writing import format_of, written
from negotiator_tui.documents.as_ics import as_ics, uid
from negotiator_tui.documents.calendar import calendar_days, calendar_name
from negotiator_tui.storage.documents import own_name
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.language import N_


def run(given: Given) -> int:
    """Write the calendar; refused where no day is known yet."""
    case_file = opened(given)
    format_of(given, ("ics",))
    days = calendar_days(case_file.case, given.today, given.lang, names=given.has("--names"))
    if not days:
        raise RefusedError(fault("documents.no-days"))
    own = own_name(case_file.path)
    data = as_ics(days, given.today, given.lang, own)
    path, sha256 = written(given, case_file.path, calendar_name(given.today, given.lang), data)
    events = [
        {
            "uid": uid(each, own),
            "date": format_date(each.day),
            "title": each.title,
            "text": each.text,
            "tentative": each.tentative,
        }
        for each in days
    ]
    said = [
        given.say(N_("Written: {name}"), name=clean(str(path))),
        given.say(N_("{count} days, each with a reminder 7 days and 1 day before, at nine."), count=len(days)),
    ]
    show(given, {"kind": "calendar", "events": events, "written": str(path), "sha256": sha256}, said)
    return 0

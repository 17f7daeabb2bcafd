"""`export --log` and `--schedule --format xlsx`: tables of a case for a spreadsheet."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show, text_of
from negotiator_tui.cli.writing import format_of, written
from negotiator_tui.documents.log_sheet import log_sheet
from negotiator_tui.documents.making import Needed, Request
from negotiator_tui.documents.rendering import TABLES, table_bytes
from negotiator_tui.documents.schedule_sheet import schedule_sheet
from negotiator_tui.documents.sheet import Cell, Sheet
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import format_date, format_moment
from negotiator_tui.text.language import N_

__all__ = ["TABLES", "run", "schedule_table"]


def run(given: Given) -> int:
    """Write the contacts, all of them or those about one debt."""
    case_file = opened(given)
    debt = debt_of(case_file.case, given) if given.has("--debt") else None
    sheet = log_sheet(case_file.case, given.today, None if debt is None else debt.id)
    return _shown(given, case_file.path, sheet, "log", "" if debt is None else debt.name or debt.id)


def schedule_table(given: Given, case_path: Path, request: Request) -> int:
    """Write the schedule of the plan for a debt."""
    sheet = schedule_sheet(request)
    if isinstance(sheet, Needed):
        raise RefusedError(sheet.fault, "--debt" if sheet.fault.code == "documents.no-debt" else "")
    about = "" if request.debt is None else request.debt.name or request.debt.id
    return _shown(given, case_path, sheet, "schedule", about)


def _shown(given: Given, case_path: Path, sheet: Sheet, kind: str, about: str) -> int:
    """Where it was written; with JSON also what stands in it."""
    file_format = format_of(given, TABLES)
    name = "-".join(part for part in (sheet.title, about, format_date(given.today)) if part)
    path, sha256 = written(given, case_path, f"{name}.{file_format}", table_bytes(sheet, file_format))
    data: dict[str, Any] = {
        "kind": kind,
        "title": sheet.title,
        "head": list(sheet.head),
        "rows": [[_json(cell) for cell in row] for row in sheet.rows],
        "written": str(path),
        "sha256": sha256,
    }
    show(given, data, [given.say(N_("Written: {name}"), name=clean(str(path)))])
    return 0


def _json(cell: Cell) -> str | int | None:
    match cell:
        case Decimal():
            return text_of(cell)
        case datetime():
            return format_moment(cell)
        case date():
            return format_date(cell)
        case _:
            return cell

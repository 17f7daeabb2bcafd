"""`export --letter` and the like: a document of a case as text, .docx or .pdf."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.debts import Debt
from negotiator_tui.case.identity import Identity, kept_identity
from negotiator_tui.cli import values
from negotiator_tui.cli.cases import debt_of, opened
from negotiator_tui.cli.export_table import TABLES, schedule_table
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import show
from negotiator_tui.cli.writing import format_of
from negotiator_tui.cli.writing import written as written_to
from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Table
from negotiator_tui.documents.make import PER_DEBT, make
from negotiator_tui.documents.making import Kind, Made, Needed, Request
from negotiator_tui.documents.rendering import FORMATS, rendered
from negotiator_tui.guide.reading_back import reading_back
from negotiator_tui.storage.fonts import chinese_fonts
from negotiator_tui.text.clean import clean
from negotiator_tui.text.dates import format_date
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

IDENTITY = {
    "name": "--name",
    "id_number": "--id-number",
    "phone": "--phone",
    "address": "--address",
    "number": "--number",
}
"""The option each part of the identity is given with."""


def run(given: Given) -> int:
    """Make the document and print it, or write it: to `-o`, else, if it is no text, into the folder beside the case."""
    case_file = opened(given)
    kind = next(each for each in Kind if given.has(f"--{each}"))
    request = _request(given, case_file.case, kind)
    if kind is Kind.SCHEDULE and format_of(given, (*FORMATS, *TABLES)) in TABLES:
        return schedule_table(given, case_file.path, request)
    made = make(kind, request)
    if isinstance(made, Needed):
        raise RefusedError(made.fault, "--debt" if made.fault.code == "documents.no-debt" else "")
    file_format = format_of(given, tuple(FORMATS))
    written: tuple[Path, str] | None = None
    if given.has("-o") or file_format != "text":
        written = _written(given, case_file.path, made, file_format)
    for remark in made.remarks:
        sys.stderr.write(f"{sentence(remark, given.lang)}\n")
    text = as_text(made.document)
    said = text.rstrip("\n").split("\n")
    if written is not None:
        said = [given.say(N_("Written: {name}"), name=clean(str(written[0])))]
    show(given, _json(given, request, made, text, written), said)
    return 0


def _request(given: Given, case: Case, kind: Kind) -> Request:
    return Request(
        case,
        given.today,
        _debt(given, case, kind),
        identity_of(given, case),
        given.lang,
        with_debts=given.has("--with-debts"),
        reply_by=_reply_by(given),
    )


def _debt(given: Given, case: Case, kind: Kind) -> Debt | None:
    if given.has("--debt"):
        return debt_of(case, given)
    return case.debts[0] if kind in PER_DEBT and len(case.debts) == 1 else None


def identity_of(given: Given, case: Case) -> Identity:
    """Who signs: what the options say, else what the case keeps."""
    typed = {field: values.text(given, option) for field, option in IDENTITY.items()}
    return kept_identity(case).model_copy(update={field: value for field, value in typed.items() if value})


def _reply_by(given: Given) -> date | None:
    return values.day(given, "--reply-by", "future")


def _written(given: Given, case_path: Path, made: Made, file_format: str) -> tuple[Path, str]:
    data = rendered(made.document, file_format, lambda: [(each.path, each.number) for each in chinese_fonts()])
    if isinstance(data, Fault):
        raise RefusedError(data, "--format")
    return written_to(given, case_path, f"{file_name(made, given.today)}.{FORMATS[file_format]}", data)


def file_name(made: Made, today: date) -> str:
    """The name of a document's file, without its ending: what it is, about which debt, and the day."""
    return "-".join(part for part in (made.document.title, made.about, format_date(today)) if part)


def _json(given: Given, request: Request, made: Made, text: str, written: tuple[Path, str] | None) -> dict[str, Any]:
    return {
        "kind": made.kind.value,
        "title": made.document.title,
        "debt": given.options.get("--debt"),
        "text": text,
        "figures": [{"label": label, "amount": amount} for label, amount in made.figures],
        "tables": [
            {"head": list(block.head), "rows": [list(row) for row in block.rows]}
            for block in made.document.blocks
            if isinstance(block, Table)
        ],
        "seen": [
            {"id": each.id, "weight": each.weight, "title": each.title, "text": each.text, "places": list(each.places)}
            for each in reading_back(request.case, text, given.lang, debt=request.debt.id if request.debt else None)
        ],
        "remarks": [sentence(each, given.lang) for each in made.remarks],
        "written": None if written is None else str(written[0]),
        "sha256": None if written is None else written[1],
    }

"""`import`: read statement files, show what they hold and what they say about the budget; `--apply` writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from negotiator_tui.case.case import Case
from negotiator_tui.case.labels import label
from negotiator_tui.cli.cases import opened
from negotiator_tui.cli.changed_case import change_case
from negotiator_tui.cli.faults import RefusedError
from negotiator_tui.cli.options import Given
from negotiator_tui.cli.output import money, show, table, text_of
from negotiator_tui.importers.applying import Choices, applied
from negotiator_tui.importers.columns import remembered
from negotiator_tui.importers.limits import LARGEST
from negotiator_tui.importers.merged import merged
from negotiator_tui.importers.proposal import proposed_lines
from negotiator_tui.importers.proposed import Proposed
from negotiator_tui.importers.read import ASKABLE, header_candidates, read_statement, unpacked
from negotiator_tui.importers.statement import Import, Printed, StatementFile, Sums, Totals
from negotiator_tui.importers.titles import label_shown, layout_title
from negotiator_tui.storage.columns import known_columns
from negotiator_tui.storage.locations import locations
from negotiator_tui.storage.reading import read_regular
from negotiator_tui.text.fault import Fault, sentence
from negotiator_tui.text.language import N_

_SHOWN = 20
"""Skipped rows of a file that are listed for people; JSON has all."""
_IN_OTHER_WORDS = {
    "storage.too-big": "import.too-big",
    "storage.folder": "import.folder",
    "storage.not-a-file": "import.folder",
}
"""What storage says of a case file, as it is said of a statement."""


def run(given: Given) -> int:
    """Print what the files hold and propose, and write it into the case if that is asked for."""
    case = opened(given).case
    read = [each for word in given.words[1:] for each in _read(Path(word), given.options.get("--password"))]
    imported = merged([file for _, file in read])
    paths = [path for path, _ in read]
    if given.has("--apply"):
        _apply(given, imported)
    proposed = proposed_lines(imported, case, given.lang)
    data = _json(given, imported, paths) | {"proposed": [_proposed(line) for line in proposed]}
    show(given, data, _lines(given, imported, proposed))
    return 0


def _read(path: Path, password: str | None) -> Iterator[tuple[str, StatementFile]]:
    """The statement in a file, or those in a zip, with its path; RefusedError with the sentence about the first that cannot be read."""
    content = read_regular(path, LARGEST)
    if isinstance(content, Fault):
        raise RefusedError(Fault(_IN_OTHER_WORDS.get(content.code, content.code), content.args))
    parts = unpacked(content.data, path.name, password=password)
    if isinstance(parts, Fault):
        raise RefusedError(parts)
    for name, data in parts:
        single = len(parts) == 1
        file = _one(content.data if single else data, path.name if single else name, password)
        if isinstance(file, Fault):
            raise RefusedError(file)
        yield (str(path) if single else f"{path}: {name}"), file


def _one(data: bytes, name: str, password: str | None) -> StatementFile | Fault:
    """A statement; of a layout that is not known, by what was said of its columns in the wizard."""
    file = read_statement(data, name, password=password)
    if not isinstance(file, Fault) or file.code not in ASKABLE:
        return file
    found = header_candidates(data, name, password=password)
    here = locations()
    mapping = None if isinstance(found, Fault) else remembered(found, lambda signature: known_columns(here, signature))
    return file if mapping is None else read_statement(data, name, password=password, mapping=mapping)


def _apply(given: Given, imported: Import) -> None:
    """Write what is proposed into the case."""

    def grown(case: Case) -> Case:
        made = applied(case, imported, Choices(), given.today, given.lang)
        if isinstance(made, Fault):
            raise RefusedError(made)
        return made

    change_case(given, grown)


def _json(given: Given, imported: Import, paths: list[str]) -> dict[str, Any]:
    return {
        "files": [
            {
                "path": path,
                "layout": file.layout,
                "rows": file.rows,
                "read": len(file.transactions),
                "skipped": [{"line": each.line, "reason": sentence(each.reason, given.lang)} for each in file.skipped],
                "duplicates": duplicates,
                "by_direction": _sums(file.by_direction),
                "printed": _printed(file.printed),
                "currencies": list(file.currencies),
                "notices": [sentence(each, given.lang) for each in file.notices],
            }
            for path, file, duplicates in zip(paths, imported.files, imported.duplicates, strict=True)
        ],
        "net": _totals(imported.net),
        "months": {month: _totals(sums) for month, sums in imported.months.items()},
        "other_currencies": {code: _totals(sums) for code, sums in imported.other.items()},
        "applied": given.has("--apply"),
    }


def _sums(sums: Sums) -> dict[str, list[object]]:
    return {word: [count, text_of(amount)] for word, (count, amount) in sums.items()}


def _printed(printed: Printed | None) -> dict[str, object] | None:
    return None if printed is None else {"count": printed.count, **_sums(printed.by_direction)}


def _totals(sums: Totals) -> dict[str, str | None]:
    return {
        "income": text_of(sums.income),
        "expense": text_of(sums.expense),
        "neutral": text_of(sums.neutral),
        "debt_service": text_of(sums.debt_service),
        "fees": text_of(sums.fees),
    }


def _proposed(line: Proposed) -> dict[str, object]:
    return {
        "list": line.list_name,
        "group": str(line.group) if line.group is not None else line.list_name,
        "name": line.name,
        "amount": text_of(line.amount),
        "every": str(line.every),
        "side": str(line.side),
        "worst": text_of(line.worst),
        "way": str(line.way),
    }


def _lines(given: Given, imported: Import, proposed: tuple[Proposed, ...]) -> Iterator[str]:
    for file, duplicates in zip(imported.files, imported.duplicates, strict=True):
        yield from _file_lines(given, file, duplicates)
    head = [given.say(each) for each in (N_("Month"), N_("Income"), N_("Spending"), N_("Neither"), N_("Repayments"))]
    months = [(month, sums) for month, sums in imported.months.items()] + [(given.say(N_("Together")), imported.net)]
    rows = [
        (month, money(sums.income), money(sums.expense), money(sums.neutral), money(sums.debt_service))
        for month, sums in months
    ]
    yield from table(head, rows, left=(0,))
    if imported.net.fees:
        yield given.say(N_("Moving the money cost {amount} of it."), amount=money(imported.net.fees))
    yield ""
    yield given.say(N_("Proposed lines of the budget, each its median month:"))
    head = [given.say(each) for each in (N_("What"), N_("Shop or home"), N_("Amount"), N_("Every"))]
    shown = [
        (line.name, given.say(label(line.side)), money(line.amount), given.say(label(line.every))) for line in proposed
    ]
    yield from table(head, shown, left=(0, 1, 3))
    if given.has("--apply"):
        yield given.say(N_("Written into the case. Open it to look at each line."))
    else:
        yield given.say(N_("Nothing was written. With --apply these lines are written into the case."))


def _file_lines(given: Given, file: StatementFile, duplicates: int) -> Iterator[str]:
    yield given.say(
        N_("{name} ({layout}): {rows} rows, {read} read, {skipped} left out, {duplicates} already in another file"),
        name=file.name,
        layout=given.say(layout_title(file.layout)),
        rows=file.rows,
        read=len(file.transactions),
        skipped=len(file.skipped),
        duplicates=duplicates,
    )
    for each in file.skipped[:_SHOWN]:
        yield "  " + given.say(N_("Line {line}: {reason}"), line=each.line, reason=sentence(each.reason, given.lang))
    if len(file.skipped) > _SHOWN:
        yield "  " + given.say(N_("and {count} more"), count=len(file.skipped) - _SHOWN)
    computed = "  ".join(
        f"{label_shown(word)} {count}: {money(amount)}" for word, (count, amount) in file.by_direction.items()
    )
    yield "  " + given.say(N_("Added up: {sums}"), sums=computed)
    if file.printed is not None:
        printed = "  ".join(
            f"{label_shown(word)} {count}: {money(amount)}"
            for word, (count, amount) in file.printed.by_direction.items()
        )
        yield "  " + given.say(N_("Printed in the file, often of other rows: {sums}"), sums=printed)
    for notice in file.notices:
        yield "  " + sentence(notice, given.lang)
    yield ""

"""A document in the format asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from negotiator_tui.documents.as_text import as_text
from negotiator_tui.documents.document import Document
from negotiator_tui.documents.sheet import Sheet
from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare({"documents.no-font": N_("No Chinese font was found on this computer for a .pdf. Please save it as .docx.")})

FORMATS = {"text": "txt", "docx": "docx", "pdf": "pdf"}
"""The formats there are, and the ending of each file."""

TABLES = ("xlsx", "csv")
"""The formats of tables, and their endings."""

Fonts = Callable[[], Sequence[tuple[Path, int]]]
"""Finds fonts with Chinese characters, the best first: a file and the face in it."""


def rendered(document: Document, file_format: str, fonts: Fonts) -> bytes | Fault:
    """The bytes of a file. For a .pdf the fonts are tried in turn; a Fault where there is none that can be embedded."""
    if file_format == "docx":
        from negotiator_tui.documents.as_docx import as_docx

        return as_docx(document)
    if file_format != "pdf":
        return as_text(document).encode()
    from negotiator_tui.documents.as_pdf import as_pdf

    made: bytes | Fault = fault("documents.no-font")
    for path, number in fonts():
        made = as_pdf(document, path, number)
        if isinstance(made, bytes):
            break
    return made


def table_bytes(sheet: Sheet, file_format: str) -> bytes:
    """The bytes of a table as a file."""
    if file_format == "csv":
        from negotiator_tui.documents.as_csv import as_csv

        return as_csv(sheet)
    from negotiator_tui.documents.as_xlsx import as_xlsx

    return as_xlsx([sheet])

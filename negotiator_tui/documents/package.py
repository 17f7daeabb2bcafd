"""Office files as packages: the same bytes for the same content, and nothing about who made them, when or with what."""

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip can name; it says nothing."""
_BLANK = {
    "docProps/core.xml": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
        '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
}
"""What a package says about its making: nothing."""
_DROPPED = "docProps/thumbnail.jpeg"


def anonymous(package: bytes) -> bytes:
    """A .docx or .xlsx without who made it, when, with what, and without the picture of its template."""
    parts: list[tuple[str, bytes]] = []
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        for entry in old.infolist():
            if entry.filename == _DROPPED:
                continue
            data = old.read(entry)
            if entry.filename in _BLANK:
                data = _BLANK[entry.filename].encode()
            elif entry.filename == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            parts.append((entry.filename, data))
    return zipped(parts)


def zipped(parts: list[tuple[str, bytes]]) -> bytes:
    """A zip of named contents in this order, readable by its owner alone once unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made: the bytes are the same
            entry.external_attr = 0o100600 << 16
            package.writestr(entry, data)
    return made.getvalue()

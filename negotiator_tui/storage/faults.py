"""The sentences of this layer, and turning an error of the operating system into one."""

import errno
from pathlib import Path

from negotiator_tui.text.fault import Fault, declare, fault
from negotiator_tui.text.language import N_

declare(
    {
        # Opening a case
        "storage.missing": N_("There is no file “{name}”. Please look at its name and folder again."),
        "storage.empty": N_("“{name}” is empty. Nothing was changed; an earlier backup can be opened instead."),
        "storage.folder": N_("“{name}” is a folder, not a case file. Please choose the file in it."),
        "storage.not-a-file": N_("“{name}” is a device or a pipe, not a file, and was not opened."),
        "storage.too-big": N_("“{name}” is {size} MB; a case file has at most {limit} MB, so it was not opened."),
        "storage.encoding": N_(
            "“{name}” is written in {encoding}. Please save it as UTF-8 in your editor, then open it again."
        ),
        "storage.not-text": N_(
            "“{name}” is not a text file: byte {at} is no character. An earlier backup may be whole."
        ),
        "storage.toml": N_(
            "Line {line} of “{name}” cannot be understood. Nothing was changed; mend it or open an earlier backup."
        ),
        "storage.toml-end": N_(
            "“{name}” stops in the middle of something. Nothing was changed; an earlier backup can be opened instead."
        ),
        "storage.nested": N_("“{name}” is nested too deeply to be a case file, and was not opened."),
        "storage.not-a-case": N_("“{name}” is not a case file of this program."),
        "storage.read-denied": N_(
            "You have no permission to read “{name}”. Please ask whoever owns it, or copy it to your own folder."
        ),
        "storage.read-error": N_("The disk reports a fault while reading “{name}”. An earlier backup may be whole."),
        "storage.read-failed": N_("“{name}” could not be opened ({reason}). Nothing was changed."),
        "storage.bad-amount": N_(
            "Line {line}, {where}: write an amount as a plain number with at most two decimals, up to 99999999.99."
        ),
        "storage.bad-rate": N_("Line {line}, {where}: write a rate as a plain number in percent, from 0 to 1000."),
        "storage.bad-date": N_("Line {line}, {where}: write a date like 2026-12-05, without quotation marks."),
        "storage.bad-month": N_("Line {line}, {where}: write a month like “2026-12”, in quotation marks."),
        "storage.bad-moment": N_(
            "Line {line}, {where}: write a time like 2026-12-05 14:30:00, without quotation marks."
        ),
        "storage.bad-months": N_("Line {line}, {where}: write months as a list like [3, 9]."),
        "storage.bad-number": N_("Line {line}, {where}: write a whole number from {low} to {high}."),
        "storage.bad-choice": N_("Line {line}, {where}: write one of {choices}."),
        "storage.bad-text": N_("Line {line}, {where}: write text in quotation marks, at most 20,000 characters."),
        "storage.bad-value": N_(
            "Line {line}, {where}: this does not fit into a case. Please compare it with a new case."
        ),
        # Opened, but only to look at
        "storage.newer": N_(
            "“{name}” was written by a newer version (format {schema}). Here it can be read but not changed."
        ),
        "storage.newer-unreadable": N_(
            "“{name}” was written by a newer version (format {schema}) that this one cannot read."
        ),
        "storage.unknown-key": N_(
            "“{name}” holds something this version does not know: {keys}. Here it can be read but not changed."
        ),
        "storage.cannot-write": N_("“{name}” may only be read here. To change it, save a copy in another folder."),
        "storage.locked": N_(
            "“{name}” is already open in another window (program {pid} on {host}, since {since}). Here you can read it."
        ),
        "storage.locked-by-other": N_("“{name}” is already open in another window. Here you can read it."),
        # Opened, with something to know
        "storage.no-lock": N_("This folder cannot keep a second program out. Please open “{name}” only once."),
        "storage.left-open": N_(
            "“{name}” may still be open on {host} (since {since}). If it is, please close it there first."
        ),
        "storage.others-can-read": N_(
            "Other users of this computer may be able to read “{name}”. The next save closes it to them."
        ),
        "storage.other-owner": N_(
            "“{name}” belongs to another user of this computer. Please make sure it is the right file."
        ),
        "storage.open-folder": N_("Everybody on this computer can change files in the folder of “{name}”."),
        "storage.ids-given": N_("{count} entries had no id and were given one."),
        "storage.duplicate-id": N_("{where}: the id {id} is there more than once."),
        "storage.dangling": N_("{where}: it belongs to {id}, which is not in this case."),
        "storage.comments-kept": N_(
            "The program does not keep comments of your own. The file with them was put here: {path}"
        ),
        # Saving
        "storage.full": N_(
            "The disk is full; “{name}” was not saved. What you typed is still here: make room, or save a copy."
        ),
        "storage.quota": N_(
            "Your share of the disk is used up; “{name}” was not saved. What you typed is still here: save a copy."
        ),
        "storage.denied": N_(
            "“{name}” may not be written here. What you typed is still here: save a copy in another folder."
        ),
        "storage.read-only-disk": N_(
            "This disk can only be read; “{name}” was not saved. What you typed is still here: save a copy elsewhere."
        ),
        "storage.disk-error": N_(
            "The disk reports a fault at “{name}”. What you typed is still here: save a copy on another disk."
        ),
        "storage.no-folder": N_(
            "The folder of “{name}” is not there. What you typed is still here: bring it back, or save a copy."
        ),
        "storage.name-too-long": N_("The name “{name}” is too long for this disk. Please choose a shorter one."),
        "storage.failed": N_(
            "“{name}” could not be reached ({reason}). What you typed is still here: save a copy elsewhere."
        ),
        "storage.unexpected": N_(
            "Something unexpected kept “{name}” from being saved. What you typed is still here: save a copy."
        ),
        "storage.unsaved-back": N_("The program was ended before it could save. What was missing is back."),
        "storage.backup-failed": N_("No backup of “{name}” could be made. The case itself is saved as usual."),
        "storage.slow": N_("Saving “{name}” takes unusually long. Please keep the program open until it is done."),
        "storage.too-big-to-save": N_(
            "This case has grown beyond {limit} MB. Please shorten long notes; nothing was saved now."
        ),
        "storage.exists": N_("There is already a file “{name}”; it was not overwritten. Please choose another name."),
        "storage.changed": N_(
            "“{name}” was changed elsewhere. Nothing was overwritten: keep yours beside it, reload, or compare."
        ),
        "storage.deleted": N_(
            "“{name}” is no longer there. What you typed is still here: save it there again, or elsewhere."
        ),
        "storage.appeared": N_(
            "A file “{name}” has appeared meanwhile. It was not overwritten: save yours under another name."
        ),
        "storage.replaced": N_(
            "“{name}” is no longer a file. What you typed is still here: save it under another name."
        ),
        # Evidence
        "storage.evidence-name": N_("“{name}” is not a plain file name. Evidence lies in the folder beside the case."),
        "storage.evidence-missing": N_("“{name}” is not in the evidence folder. Add it again if you still have it."),
        "storage.evidence-changed": N_(
            "“{name}” was changed after it was added. Please look at whether it is still the right file."
        ),
        "storage.evidence-open": N_(
            "“{name}” is not of a kind that is opened from here. Open it in its folder if you trust it."
        ),
        # Forgetting
        "storage.not-erased": N_("“{name}” could not be erased ({reason}). Please remove it yourself."),
        "storage.beyond-copies": N_(
            "Copies you sent or saved elsewhere, printed letters, and files on sticks or other computers."
        ),
        "storage.beyond-cloud": N_("A cloud or sync folder may keep old versions and a bin of its own."),
        "storage.beyond-system": N_("Backups of the whole computer, and what an editor keeps of a file it opened."),
        "storage.beyond-disk": N_(
            "Traces on the disk itself: erased is not overwritten. Disk encryption protects them."
        ),
    }
)

_SAVING = {
    errno.ENOENT: "storage.no-folder",
    errno.ENOTDIR: "storage.no-folder",
    errno.EISDIR: "storage.folder",
    errno.ENOSPC: "storage.full",
    errno.EDQUOT: "storage.quota",
    errno.EACCES: "storage.denied",
    errno.EPERM: "storage.denied",
    errno.EROFS: "storage.read-only-disk",
    errno.EIO: "storage.disk-error",
    errno.ENAMETOOLONG: "storage.name-too-long",
}
_READING = {
    errno.ENOENT: "storage.missing",
    errno.ENOTDIR: "storage.missing",
    errno.EISDIR: "storage.folder",
    errno.EACCES: "storage.read-denied",
    errno.EPERM: "storage.read-denied",
    errno.EIO: "storage.read-error",
    errno.ENAMETOOLONG: "storage.missing",
}


def saving_fault(error: OSError, path: Path) -> Fault:
    """What an error of the operating system while writing at `path` means for the borrower."""
    return _named(_SAVING.get(error.errno or 0, "storage.failed"), error, path)


def reading_fault(error: OSError, path: Path) -> Fault:
    """What an error of the operating system while reading at `path` means for the borrower."""
    return _named(_READING.get(error.errno or 0, "storage.read-failed"), error, path)


def _named(code: str, error: OSError, path: Path) -> Fault:
    return fault(code, name=path.name, reason=errno.errorcode.get(error.errno or 0, "OS"))

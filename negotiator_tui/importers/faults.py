"""The sentences about statement files."""

from negotiator_tui.text.fault import declare
from negotiator_tui.text.language import N_

declare(
    {
        # The whole file
        "import.folder": N_("“{name}” is no file. Please choose the statement file itself."),
        "import.empty": N_("“{name}” is empty. Please export the statement again."),
        "import.too-big": N_("“{name}” has {size} MB; at most {limit} MB are read. Please export a shorter period."),
        "import.too-many-rows": N_("“{name}” has more than {limit} rows. Please export a shorter period."),
        "import.too-slow": N_("Reading “{name}” took too long and was stopped. Please export a shorter period."),
        "import.stopped": N_("Reading “{name}” was stopped. Nothing was changed."),
        "import.pdf": N_(
            "“{name}” is a PDF, which cannot be read with certainty. Please ask the bank for the same as Excel or CSV."
        ),
        "import.kind-zip": N_("“{name}” is a zip in a zip. Please unpack it and choose the CSV or Excel file."),
        "import.kind-picture": N_(
            "“{name}” is a picture, not a statement. Please choose the CSV or Excel file of the app or the bank."
        ),
        "import.kind-archive": N_("“{name}” is packed in a way that is not known here. Please unpack it first."),
        "import.kind-document": N_(
            "“{name}” is a document, not a table. Please choose the CSV or Excel file of the app or the bank."
        ),
        "import.kind-unknown": N_(
            "“{name}” is no file of a kind that is read here. Please choose the CSV or Excel file of the app or the bank."
        ),
        "import.damaged": N_("“{name}” is damaged and cannot be opened. Please export the statement again."),
        "import.book-locked": N_(
            "“{name}” is an Excel book with a password. Please open it in Excel, save it without one, and choose that."
        ),
        "import.book-1904": N_(
            "“{name}” counts its days in the old way of Macs. Please open it in Excel, save it as CSV, and choose that."
        ),
        "import.book-unsafe": N_("“{name}” holds something a statement never has, so it was not opened."),
        "import.encoding": N_(
            "The text of “{name}” cannot be read: byte {at} is no character. Please export the statement again."
        ),
        "import.quote": N_(
            "“{name}” has a quotation mark in line {line} that is never closed. Please export it again, or mend that line."
        ),
        "import.cell-long": N_(
            "In line {line} of “{name}” one field is far too long to be part of a statement. Please export it again."
        ),
        "import.layout": N_("The columns of “{name}” are not known here. You can say which column holds what."),
        "import.day-order": N_(
            "“{name}” writes its days like {text}, where nobody can tell the day from the month. You can say it here."
        ),
        "import.mapping": N_("“{name}” has no column “{column}”. Please say again which column holds what."),
        "import.mapping-short": N_("Please say which column holds the day and which the amount, or in and out."),
        "import.no-rows": N_("“{name}” holds no transactions. Please look at the time for which it was exported."),
        # Zips
        "import.password-needed": N_(
            "“{name}” is locked. Please type the password that the app showed when it was exported."
        ),
        "import.password-wrong": N_("This password does not open “{name}”. Please look it up in the app again."),
        "import.zip-bomb": N_("“{name}” would grow beyond {limit} MB when unpacked, so it was not opened."),
        "import.zip-nothing": N_("There is no statement in “{name}”. Please choose the CSV or Excel file."),
        "import.zip-many": N_("“{name}” holds {count} statements. Please unpack it and choose the files."),
        "import.zip-method": N_("“{name}” is packed in a way that is not known here. Please unpack it first."),
        # One row
        "import.row-no-date": N_("There is no date."),
        "import.row-date": N_("No date can be read in “{text}”."),
        "import.row-amount": N_("No amount can be read in “{text}”."),
        "import.row-no-amount": N_("There is no amount."),
        "import.row-direction": N_("“{text}” does not say whether the money came or went."),
        "import.row-footer": N_("This is a sum or a remark of the file, no transaction: “{text}”."),
        "import.row-header": N_("This repeats the names of the columns."),
        "import.row-turned": N_("It is not certain which is the day and which the month in “{text}”."),
        # To know
        "import.currencies": N_(
            "“{name}” has amounts in {currencies}. Only those in yuan are counted; the others are listed."
        ),
    }
)

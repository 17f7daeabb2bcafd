"""Where a case lives: its file, lock, backups, drafts, settings."""

from negotiator_tui.storage import faults as _faults  # noqa: F401 - declares the sentences of this layer

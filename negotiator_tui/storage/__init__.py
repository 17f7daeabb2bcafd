"""Where a case lives: its file, lock, backups, drafts, settings."""

"""Statement files: bytes to transactions, transactions to proposed budget lines."""

"""Options of the test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-looks` writes the snapshots anew instead of comparing them."""
    parser.addoption("--update-looks", action="store_true", help="write the snapshots of the screens anew")

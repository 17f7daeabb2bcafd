"""The figures kept beside the project; a test that needs them is skipped where they are not there."""

import csv
import json
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def vectors() -> list[dict]:
    path = DATA / "vectors.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def cn_vectors() -> list[dict[str, str]]:
    path = DATA / "cn_vectors.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


needed = pytest.mark.skipif(not (DATA / "vectors.json").is_file(), reason="../shared/data is not beside the project")

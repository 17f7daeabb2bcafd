"""Print the table."""

from tests.benchmarks.measure import table

print(f"{'figure':<46}{'measured':<34}{'to reach':<10}")
for row in table():
    print(f"{row.what:<46}{row.figure:<34}{row.reach:<10}{'' if row.good else 'NOT REACHED'}", flush=True)

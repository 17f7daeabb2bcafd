"""What the program knows: facts, checklists, scripts, routes, clauses, and what to do next."""

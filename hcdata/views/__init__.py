"""The questions: each is answered once, for every page, sheet and slide."""

"""The practice of coalition building as rules: one function each, run over a plan that was loaded."""

"""The beginning of a plan repository: what `coalition init` writes."""

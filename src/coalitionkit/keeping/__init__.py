"""Keeping a plan: what happened in a coalition becomes edits, with its history kept.

Each verb is a function of the plan and a day. It returns a `Deed` and changes nothing; `editing` does. Days
may be partial, as `2026-03`, and are written as they were given. What ends on a day, ends with that day.
"""

"""The stakeholder worksheet as a workbook: written for people to fill in, and read again as edits.

    plan -> rows of texts (sheets, rows) -> workbook (writing)
    file -> grids (reading) -> tables (recognition, guessing) -> proposal (identity, comparison)
         -> edits (drafting)

Each cell is a text that stands for a value; `contents` turns one into the other, so that what was written
and not touched comes back as no change.
"""

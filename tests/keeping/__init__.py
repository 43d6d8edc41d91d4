"""Tests of what happened in a coalition, as edits."""
